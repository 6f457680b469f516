package org.interlieux.visit.ageing;

import java.time.Clock;
import java.util.List;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.interlieux.visit.ledger.DueVisits;
import org.interlieux.visit.ledger.DueVisits.Due;
import org.interlieux.visit.ledger.PersonalVisits;
import org.interlieux.visit.message.ToldChanges;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Closes the visits that have ended by themselves, and tells the venues. Each is a short transaction of its own, so that
 * one that cannot be closed keeps no other open, and several nodes may be at it.
 */
final class DueClosings implements Runnable {
    private static final Logger LOG = Logger.getLogger(DueClosings.class);
    private static final int PAGE = 100;

    private final KeycloakSessionFactory sessions;
    private final DeliveryDesk deliveries;
    private final Clock clock;

    DueClosings(KeycloakSessionFactory sessions, DeliveryDesk deliveries, Clock clock) {
        this.sessions = sessions;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public void run() {
        List<Due> page = after(Due.FIRST);
        while (!page.isEmpty()) {
            page.forEach(this::close);
            page = page.size() < PAGE ? List.of() : after(page.get(PAGE - 1));
        }
    }

    private List<Due> after(Due last) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new DueVisits(session).after(last, clock.instant(), PAGE));
    }

    private void close(Due due) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, session -> close(session, due));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Visit %s has ended but could not be closed; it is tried again", due.visitId());
        }
    }

    private void close(KeycloakSession session, Due due) {
        RealmModel realm = session.realms().getRealm(due.realmId());
        if (realm == null) {
            new PersonalVisits(session, due.realmId()).deleteAll(); // opened while the realm was being removed
            return;
        }
        session.getContext().setRealm(realm);
        ToldChanges changes = new ToldChanges(session, realm, deliveries);
        new DueVisits(session).close(due, clock.instant()).ifPresent(visit -> {
            changes.tell(visit);
            LOG.debugf("Visit %s has ended (%s)", visit.id(), visit.exitReason());
        });
    }
}
