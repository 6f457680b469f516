package org.interlieux.access;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;

/** What operators can count: {@code interlieux_access_decisions_total} and {@code interlieux_access_seconds}. */
final class AccessMetrics {
    private AccessMetrics() {}

    /** @param took with everything that was asked */
    static void decided(Condition deciding, Duration took) {
        Metrics.counter(
                        "interlieux.access.decisions",
                        "rule",
                        deciding.rule(),
                        "outcome",
                        deciding.outcome().word())
                .increment();
        Metrics.timer("interlieux.access").record(took);
    }
}
