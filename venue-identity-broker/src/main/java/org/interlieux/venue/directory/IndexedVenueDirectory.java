package org.interlieux.venue.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** One session's view of the server's index, which it tells what the session's transaction changes. */
final class IndexedVenueDirectory implements VenueDirectory {
    private static final Logger LOG = Logger.getLogger(IndexedVenueDirectory.class);

    private final KeycloakSession session;
    private final VenueIndex index;
    /** Aliases by realm id: one transaction may import several realms. */
    private final Map<String, Set<String>> changed = new HashMap<>();

    IndexedVenueDirectory(KeycloakSession session, VenueIndex index) {
        this.session = session;
        this.index = index;
    }

    @Override
    public FoundVenues offered(RealmModel realm, String typed, int first, int max) {
        return index.of(realm.getId()).search(Wanted.of(typed), first, max);
    }

    @Override
    public List<String> byEmailDomain(RealmModel realm, String domain, int max) {
        return index.of(realm.getId()).byEmailDomain(domain.toLowerCase(Locale.ROOT), max);
    }

    @Override
    public FoundVenues all(RealmModel realm, int first, int max) {
        return FoundVenues.page(index.of(realm.getId()).all(), first, max);
    }

    @Override
    public void changed(RealmModel realm, String alias) {
        if (changed.isEmpty()) {
            session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
                @Override
                protected void commitImpl() {
                    Map<String, Set<String>> committed = Map.copyOf(changed);
                    changed.clear();
                    committed.forEach(IndexedVenueDirectory.this::refresh);
                }

                @Override
                protected void rollbackImpl() {
                    changed.clear();
                }
            });
        }
        changed.computeIfAbsent(realm.getId(), id -> new HashSet<>()).add(alias);
    }

    private void refresh(String realmId, Set<String> aliases) {
        try {
            index.refresh(realmId, aliases);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A changed venue could not be read anew; the next refresh will see it");
        }
    }
}
