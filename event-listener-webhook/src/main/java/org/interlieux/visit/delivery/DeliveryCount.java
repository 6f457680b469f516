package org.interlieux.visit.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * The metric {@code interlieux_deliveries}: how many wait or are given up in the whole federation, the same on every node.
 * They are counted now and then, never when the metric is read; what has arrived is in {@code interlieux_deliveries_total}.
 */
final class DeliveryCount implements Runnable, AutoCloseable {
    private static final List<DeliveryState> STATES = List.of(DeliveryState.WAITING, DeliveryState.DEAD_LETTER);

    private final Transactions transactions;
    private final Map<DeliveryState, AtomicLong> counts = new EnumMap<>(DeliveryState.class);
    private final List<Gauge> gauges;

    DeliveryCount(Transactions transactions) {
        this.transactions = transactions;
        this.gauges = STATES.stream().map(this::gauge).toList();
    }

    private Gauge gauge(DeliveryState state) {
        AtomicLong count = new AtomicLong();
        counts.put(state, count);
        return Gauge.builder("interlieux.deliveries", count, AtomicLong::doubleValue)
                .tag("state", state.word())
                .description("Deliveries of all realms that wait or are given up")
                .register(Metrics.globalRegistry);
    }

    @Override
    public void run() {
        Map<DeliveryState, Long> now = transactions.result(DeliveryCount::count);
        counts.forEach((state, count) -> count.set(now.getOrDefault(state, 0L)));
    }

    /** By the index of each receiver's kind, so that what has arrived is not read. */
    private static Map<DeliveryState, Long> count(KeycloakSession session) {
        List<OutboxEntryStatus> statuses =
                STATES.stream().map(DeliveryState::status).toList();
        Map<DeliveryState, Long> found = new EnumMap<>(DeliveryState.class);
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select e.status as status, count(e.id) as number from ReceiverEntity r, OutboxEntryEntity e"
                                + " where e.entryKind = concat(:kind, r.venueId) and e.status in :statuses"
                                + " group by e.status",
                        Tuple.class)
                .setParameter("kind", DeliveryOutbox.KIND)
                .setParameter("statuses", statuses)
                .getResultStream()
                .forEach(row -> Arrays.stream(DeliveryState.values())
                        .filter(state -> state.status() == row.get("status", OutboxEntryStatus.class))
                        .forEach(state -> found.put(state, row.get("number", Long.class))));
        return found;
    }

    @Override
    public void close() {
        gauges.forEach(Metrics.globalRegistry::remove);
    }
}
