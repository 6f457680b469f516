package org.interlieux.access.rules;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Unknown;
import org.jboss.logging.Logger;

/**
 * The line to one venue. A venue that did not answer three times in a row is left alone for a while, then tried with one
 * question; and only so many questions are under way at once, so that a slow venue holds up its own members only.
 */
final class VenueLine {
    private static final Logger LOG = Logger.getLogger(VenueLine.class);
    private static final int FAILURES = 3;
    private static final int MAX_UNDER_WAY = 16;

    /** What is asked over the line. */
    interface Question {
        /**
         * Puts it.
         *
         * @throws IOException when the venue cannot be reached or does not answer in time
         */
        AccessOutcome put() throws IOException;
    }

    private final CircuitBreaker breaker;
    private final Bulkhead underWay;

    /**
     * Opens a line.
     *
     * @param rest how long a venue that does not answer is left alone
     */
    VenueLine(String alias, Duration rest) {
        breaker = CircuitBreaker.of(
                alias,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.infof(
                        "Venue %s: access questions go from %s to %s",
                        alias,
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
        underWay = Bulkhead.of(
                alias,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(MAX_UNDER_WAY)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    AccessOutcome ask(Question question) throws IOException {
        if (!underWay.tryAcquirePermission()) {
            return new Unknown("venue-busy");
        }
        try {
            return breaker.tryAcquirePermission() ? put(question) : new Unknown("venue-not-answering");
        } finally {
            underWay.onComplete();
        }
    }

    private AccessOutcome put(Question question) throws IOException {
        long start = System.nanoTime();
        try {
            AccessOutcome outcome = question.put();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return outcome;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            throw e;
        } catch (RuntimeException e) {
            breaker.releasePermission(); // our own mistake says nothing about the venue
            throw e;
        }
    }
}
