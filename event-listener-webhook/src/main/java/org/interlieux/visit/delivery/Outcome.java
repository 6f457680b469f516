package org.interlieux.visit.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.interlieux.visit.delivery.Attempt.Result;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/**
 * What came of a batch.
 *
 * @param failure what ended it early, about the first of those that are left
 * @param left what did not arrive
 */
record Outcome(
        Claim.Batch batch, List<Delivery> delivered, Optional<Result> failure, List<Delivery> left, Instant now) {
    private static final Logger LOG = Logger.getLogger(Outcome.class);

    /** Writes it down, in the session's transaction. */
    void record(KeycloakSession session, String venueId, RetrySchedule schedule) {
        DeliveryOutbox outbox = new DeliveryOutbox(session);
        delivered.forEach(delivery -> outbox.markDelivered(delivery, now));
        if (!delivered.isEmpty() && !(batch.settled() && failure.isEmpty())) {
            new Progress(session, venueId).arrived(now);
        }
        failure.ifPresent(result -> failed(session, venueId, result, schedule));
        outbox.giveBack(left.stream().skip(failure.isPresent() ? 1 : 0).toList(), now);
    }

    /** Whether the delivery that failed was its last attempt. */
    boolean isGivenUp(RetrySchedule schedule) {
        return failure.isPresent()
                && !left.get(0).isEarly(now)
                && schedule.after(left.get(0).attempts() + 1).isEmpty();
    }

    private void failed(KeycloakSession session, String venueId, Result result, RetrySchedule schedule) {
        DeliveryOutbox outbox = new DeliveryOutbox(session);
        Delivery delivery = left.get(0);
        if (result instanceof Result.Failed failed) {
            int attempts = delivery.attempts() + 1;
            Optional<Duration> wait = schedule.after(attempts);
            if (delivery.isEarly(now)) {
                outbox.putBack(delivery);
            } else if (wait.isEmpty()) {
                LOG.warnf(
                        "Delivery %s failed %d times and is given up (%s). It stays for 30 days as a dead letter, from"
                                + " which an admin can send it again",
                        delivery.id(), attempts, failed.error());
                outbox.giveUp(delivery, now, failed.error());
            } else {
                outbox.retryAt(delivery, now.plus(longer(wait.get(), failed.atLeast())), failed.error());
            }
            new Progress(session, venueId).failed(now, failed, schedule);
        } else {
            outbox.retryAt(delivery, now, "HTTP 410");
            new Progress(session, venueId).refused(now);
        }
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
