package org.interlieux.visit.ageing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.interlieux.access.AccessDesk;
import org.interlieux.venue.FederationSettings;
import org.interlieux.visit.delivery.MessageErasure;
import org.interlieux.visit.ledger.PersonalVisits;
import org.interlieux.visit.ledger.Visit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Makes visits anonymous that ended longer ago than the realm keeps them, in small steps. */
final class OldVisits implements Runnable {
    private static final Logger LOG = Logger.getLogger(OldVisits.class);
    private static final int STEP = 100;

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    OldVisits(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> session.realms()
                .getRealmsStream()
                .map(RealmModel::getId)
                .toList());
        realms.forEach(this::forgetIn);
    }

    private void forgetIn(String realmId) {
        try {
            int forgotten;
            do {
                forgotten = KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions, session -> forgetSome(session, realmId));
            } while (forgotten == STEP);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Old visits of realm %s could not be made anonymous; it is tried again", realmId);
        }
    }

    private int forgetSome(KeycloakSession session, String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return 0;
        }
        Instant oldest = clock.instant().minus(FederationSettings.of(realm).visitRetention());
        new AccessDesk(session, realm, clock).forgetGrantsBefore(oldest); // they tell of visits as well
        List<Visit> forgotten = new PersonalVisits(session, realmId).forgetBefore(oldest, STEP);
        new MessageErasure(session).forgetMember(forgotten);
        return forgotten.size();
    }
}
