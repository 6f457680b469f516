package org.interlieux.visit.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts attempts on this node, for monitoring: {@code interlieux_deliveries_total} and
 * {@code interlieux_delivery_delay_seconds}. What counts up is registered as a gauge, because the Prometheus client keeps
 * the name of a counter without its {@code _total} for itself, and that is the name of what waits.
 */
final class DeliveryMetrics implements AutoCloseable {
    private static final String DELIVERED = "delivered";
    private static final String FAILED = "failed";
    private static final String GONE = "gone";
    private static final String DEAD_LETTER = "dead_letter";

    private final Map<String, AtomicLong> attempts = new TreeMap<>();
    private final List<Gauge> gauges;

    DeliveryMetrics() {
        gauges = List.of(gauge(DELIVERED), gauge(FAILED), gauge(GONE), gauge(DEAD_LETTER));
    }

    private Gauge gauge(String outcome) {
        AtomicLong count = new AtomicLong();
        attempts.put(outcome, count);
        return Gauge.builder("interlieux.deliveries.total", count, AtomicLong::doubleValue)
                .tag("outcome", outcome)
                .description("Attempts to deliver since the start of this node")
                .register(Metrics.globalRegistry);
    }

    void count(Outcome outcome, RetrySchedule schedule) {
        outcome.delivered().forEach(delivery -> {
            attempt(DELIVERED);
            Metrics.timer("interlieux.delivery.delay").record(Duration.between(delivery.createdAt(), outcome.now()));
        });
        if (outcome.isGivenUp(schedule)) {
            attempt(DEAD_LETTER);
        } else if (outcome.failure().isPresent()) {
            attempt(outcome.failure().get() instanceof Attempt.Result.Gone ? GONE : FAILED);
        }
    }

    private void attempt(String outcome) {
        attempts.getOrDefault(outcome, new AtomicLong()).incrementAndGet();
    }

    @Override
    public void close() {
        gauges.forEach(Metrics.globalRegistry::remove);
    }
}
