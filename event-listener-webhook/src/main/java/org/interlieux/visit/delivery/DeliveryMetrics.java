package org.interlieux.visit.delivery;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;

/** Counts for monitoring; without metrics in the server's configuration they go nowhere. */
final class DeliveryMetrics {
    private static final String DELIVERIES = "interlieux.deliveries";

    private DeliveryMetrics() {}

    static void count(Outcome outcome, RetrySchedule schedule) {
        outcome.delivered().forEach(delivery -> {
            attempt("delivered");
            Metrics.timer("interlieux.delivery.delay").record(Duration.between(delivery.createdAt(), outcome.now()));
        });
        if (outcome.isGivenUp(schedule)) {
            attempt("dead_letter");
        } else if (outcome.failure().isPresent()) {
            attempt(outcome.failure().get() instanceof Attempt.Result.Gone ? "gone" : "failed");
        }
    }

    private static void attempt(String outcome) {
        Metrics.counter(DELIVERIES, "outcome", outcome).increment();
    }
}
