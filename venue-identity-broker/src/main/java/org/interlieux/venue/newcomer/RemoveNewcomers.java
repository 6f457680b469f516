package org.interlieux.venue.newcomer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.interlieux.venue.newcomer.Newcomers.Newcomer;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/** Removes the accounts that were never let in, on one node of the cluster at a time. */
final class RemoveNewcomers implements ScheduledTask {
    private static final Logger LOG = Logger.getLogger(RemoveNewcomers.class);
    /** Keycloak's timer has one thread, so a run is short; what is left waits for the next. */
    private static final int MAX_PER_RUN = 200;

    private final Duration kept;
    private final Duration between;
    private final Clock clock;

    RemoveNewcomers(Duration kept, Duration between, Clock clock) {
        this.kept = kept;
        this.between = between;
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(ClusterProvider.class)
                .executeIfNotExecuted("interlieux-newcomers", Math.toIntExact(between.toSeconds()), () -> {
                    removeDue(session);
                    return true;
                });
    }

    private void removeDue(KeycloakSession session) {
        List<Newcomer> due =
                new Newcomers(session, clock).before(clock.instant().minus(kept), MAX_PER_RUN);
        for (Newcomer newcomer : due) {
            try {
                KeycloakModelUtils.runJobInTransaction(
                        session.getKeycloakSessionFactory(), own -> remove(own, newcomer));
            } catch (RuntimeException e) {
                LOG.warnf(e, "An account that was never let in could not be removed; it is tried again");
            }
        }
    }

    private void remove(KeycloakSession session, Newcomer newcomer) {
        new Newcomers(session, clock).remove(newcomer.userId());
        RealmModel realm = session.realms().getRealm(newcomer.realmId());
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, newcomer.userId());
        if (user != null) {
            new UserManager(session).removeUser(realm, user);
            LOG.infof("Realm %s: removed an account that was never let in", realm.getName());
        }
    }
}
