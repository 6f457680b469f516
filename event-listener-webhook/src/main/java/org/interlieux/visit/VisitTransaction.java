package org.interlieux.visit;

import java.util.List;
import java.util.function.Function;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.message.ToldChanges;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.Event;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Puts work into the transaction of the request that is under way. An event listener cannot fail a login: what it throws
 * is swallowed. Work that is enlisted to prepare the commit can, and does so before anything was answered.
 */
final class VisitTransaction {
    private static final Logger LOG = Logger.getLogger(VisitTransaction.class);

    private final KeycloakSession session;
    private final DeliveryDesk deliveries;

    VisitTransaction(KeycloakSession session, DeliveryDesk deliveries) {
        this.session = session;
        this.deliveries = deliveries;
    }

    /**
     * Writes changes of visits and their deliveries with the commit, and sets the deliveries going after it.
     *
     * @param work makes the changes and returns them
     */
    void enlist(RealmModel realm, Function<VisitLedger, List<Visit>> work) {
        ToldChanges changes = new ToldChanges(session, realm, deliveries);
        prepare(() -> work.apply(new VisitLedger(session, realm)).forEach(changes::tell));
    }

    /** Lets the login that is under way fail. */
    void refuse(Event event, String why) {
        prepare(() -> {
            throw new IllegalStateException(event.getType() + " at badge client " + event.getClientId() + " refused: "
                    + why + ". Check that the required action venue-arrival is enabled in this realm");
        });
    }

    /**
     * The login has put its cookies into the answer already, and an answer gives none back: one header replaces them all.
     * A cookie that the browser had before this login stays there untouched.
     */
    private void takeBackCookies() {
        session.getContext()
                .getHttpResponse()
                .setHeader("Set-Cookie", "interlieux-failed=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
    }

    private void prepare(Runnable work) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                try {
                    work.run();
                    // What the database refuses is to be known here, and not with the commit, which comes too late.
                    session.getProvider(JpaConnectionProvider.class)
                            .getEntityManager()
                            .flush();
                } catch (RuntimeException e) {
                    LOG.errorf(e, "A visit could not be recorded, so its login or log-out fails: %s", e.getMessage());
                    takeBackCookies();
                    throw e;
                }
            }

            @Override
            protected void rollbackImpl() {}
        });
    }
}
