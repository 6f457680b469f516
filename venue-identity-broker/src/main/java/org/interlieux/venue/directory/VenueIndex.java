package org.interlieux.venue.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interlieux.venue.health.HealthLog;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The venues of all realms in memory, read again from the database every so often by a thread of its own. Readers never
 * wait: they see the last state that was read, except before the very first.
 */
final class VenueIndex implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(VenueIndex.class);

    /** From so many changes in one transaction on (an import), everything is read anew instead of each. */
    private static final int MANY = 50;

    private final KeycloakSessionFactory sessions;
    private final ScheduledExecutorService refreshes = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "interlieux-venue-directory");
        thread.setDaemon(true);
        return thread;
    });
    private final HealthLog health = new HealthLog();
    private volatile @Nullable Map<String, RealmVenues> realms;

    VenueIndex(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    void startRefreshing(int everySeconds) {
        ScheduledFuture<?> unused =
                refreshes.scheduleWithFixedDelay(this::tryRefresh, 0, everySeconds, TimeUnit.SECONDS);
    }

    RealmVenues of(String realmId) {
        Map<String, RealmVenues> known = realms;
        return (known == null ? refresh() : known).getOrDefault(realmId, RealmVenues.NONE);
    }

    private void tryRefresh() {
        try {
            Set<String> realmIds = refresh().keySet();
            KeycloakModelUtils.runJobInTransaction(sessions, session -> health.look(session, realmIds));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The list of venues could not be read; the last one stays in use, and it is tried again");
        }
    }

    /** One at a time, so that what is read later is also kept later. */
    private synchronized Map<String, RealmVenues> refresh() {
        Map<String, RealmVenues> read = inTransaction(session -> new VenueRows(session)
                .all().stream()
                        .collect(Collectors.groupingBy(
                                VenueRow::realmId,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(ListedVenue::of, Collectors.toList()),
                                        venues -> RealmVenues.of(venues.stream())))));
        realms = read;
        return read;
    }

    /** Reads some venues of a realm anew. */
    synchronized void refresh(String realmId, Collection<String> aliases) {
        Map<String, RealmVenues> known = realms;
        if (known == null || aliases.size() > MANY) {
            refresh();
            return;
        }
        List<ListedVenue> read = inTransaction(session -> new VenueRows(session)
                .of(realmId, aliases).stream().map(ListedVenue::of).toList());
        Map<String, RealmVenues> changed = new HashMap<>(known);
        changed.put(realmId, known.getOrDefault(realmId, RealmVenues.NONE).with(aliases, read));
        realms = Map.copyOf(changed);
    }

    private <T> T inTransaction(Function<KeycloakSession, T> read) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, read::apply);
    }

    @Override
    public void close() {
        refreshes.shutdownNow();
    }
}
