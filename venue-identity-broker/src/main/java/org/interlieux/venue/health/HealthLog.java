package org.interlieux.venue.health;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Says in the log what is wrong with a realm's set-up, at the start and whenever something new is. One thread uses it. */
public final class HealthLog {
    private static final Logger LOG = Logger.getLogger(HealthLog.class);

    private final Map<String, Set<Finding>> said = new HashMap<>();

    /**
     * Looks at each realm.
     *
     * @param realmIds internal ids of the realms with venues
     */
    public void look(KeycloakSession session, Collection<String> realmIds) {
        said.keySet().retainAll(realmIds);
        for (String id : realmIds) {
            RealmModel realm = session.realms().getRealm(id);
            if (realm != null) {
                session.getContext().setRealm(realm);
                look(session, realm);
            }
        }
    }

    private void look(KeycloakSession session, RealmModel realm) {
        List<Finding> now = session.getAllProviders(HealthCheck.class).stream()
                .flatMap(check -> check.ofRealm(realm).stream())
                .toList();
        Set<Finding> before = said.getOrDefault(realm.getId(), Set.of());
        now.stream()
                .filter(finding -> !before.contains(finding))
                .forEach(finding -> LOG.warnf("Realm %s: %s", realm.getName(), finding.text()));
        said.put(realm.getId(), new HashSet<>(now));
    }
}
