package org.interlieux.visit.message;

import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.List;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.interlieux.visit.ledger.Visit;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Changes of visits in one transaction: they are announced in it, and after it they are counted and sent. Make it before
 * the transaction ends.
 */
public final class ToldChanges {
    private final VisitAnnouncer announcer;
    private final List<Visit> changes = new ArrayList<>();
    private final List<String> venues = new ArrayList<>();

    public ToldChanges(KeycloakSession session, RealmModel realm, DeliveryDesk deliveries) {
        this.announcer = new VisitAnnouncer(session, realm);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                changes.forEach(ToldChanges::count);
                deliveries.wake(venues);
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    /** Writes what the venues are told of this change. */
    public void tell(Visit change) {
        venues.addAll(announcer.announce(change));
        changes.add(change);
    }

    private static void count(Visit change) {
        Metrics.counter("interlieux.visits", "kind", change.isOpen() ? "entry" : "exit")
                .increment();
    }
}
