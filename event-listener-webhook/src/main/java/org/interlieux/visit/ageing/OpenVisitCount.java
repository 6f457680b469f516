package org.interlieux.visit.ageing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.atomic.AtomicLong;
import org.interlieux.visit.ledger.DueVisits;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The metric {@code interlieux_visits_open}: how many are open in the whole federation, the same on every node. It is
 * counted now and then, in an index that holds the open ones only, never when the metric is read.
 */
final class OpenVisitCount implements Runnable, AutoCloseable {
    private final KeycloakSessionFactory sessions;
    private final AtomicLong open = new AtomicLong();
    private final Gauge gauge = Gauge.builder("interlieux.visits.open", open, AtomicLong::doubleValue)
            .description("Open visits of all realms")
            .register(Metrics.globalRegistry);

    OpenVisitCount(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void run() {
        open.set(KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> new DueVisits(session).openVisits()));
    }

    @Override
    public void close() {
        Metrics.globalRegistry.remove(gauge);
    }
}
