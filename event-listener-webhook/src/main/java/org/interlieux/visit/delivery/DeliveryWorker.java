package org.interlieux.visit.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interlieux.visit.delivery.Attempt.Result;
import org.jboss.logging.Logger;

/** Sends what one venue has waiting. Each step on the database is a short transaction; nothing is sent inside one. */
final class DeliveryWorker implements Lanes.Work {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final int BATCH = 10;
    private static final int BATCHES_PER_TURN = 2;

    /** What was sent is written down at the latest then, so that a crash sends little twice. */
    private static final Duration BATCH_TIME = Duration.ofSeconds(2);

    /** Longer than a batch can take, so that no other node sends the same delivery meanwhile. */
    static final Duration LEASE = Attempt.TIME_LIMIT.plus(BATCH_TIME).plusSeconds(13);

    /** A disabled venue or realm that is enabled again without an event, by an import for instance, waits so long. */
    private static final Duration LOOK_AT_CLOSED = Duration.ofHours(1);

    /** How a turn ended. */
    enum Turn {
        /** Nothing is left to do for now. */
        DONE,
        /** More may wait; other venues go first. */
        MORE
    }

    private final Transactions transactions;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final DeliveryMetrics metrics;
    private volatile boolean stopping;

    DeliveryWorker(Transactions transactions, RetrySchedule schedule, Clock clock, DeliveryMetrics metrics) {
        this.metrics = metrics;
        this.transactions = transactions;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Sends a bounded number of the venue's due deliveries, until one fails. */
    @Override
    public Turn drain(String venueId, boolean suspect) {
        for (int i = 0; i < BATCHES_PER_TURN && !stopping; i++) {
            Claim claim = transactions.result(session -> Claim.of(session, venueId, suspect, BATCH, clock.instant()));
            if (claim instanceof Claim.Batch batch) {
                if (!send(venueId, batch)) {
                    return Turn.DONE;
                }
            } else {
                settle(venueId, claim);
                return Turn.DONE;
            }
        }
        if (stopping) {
            transactions.run(session -> new Receivers(session).hurry(venueId, clock.instant()));
            return Turn.DONE;
        }
        return Turn.MORE;
    }

    /** This node leaves: nothing new is begun, and other nodes need not wait for it. */
    void stop() {
        stopping = true;
    }

    private void settle(String venueId, Claim claim) {
        if (claim instanceof Claim.Nothing) {
            transactions.run(session -> new Receivers(session)
                    .rest(venueId, new DeliveryOutbox(session).nextAttempt(venueId), clock.instant()));
        } else if (claim instanceof Claim.Closed) {
            transactions.run(session ->
                    new Receivers(session).postpone(venueId, clock.instant().plus(LOOK_AT_CLOSED)));
        } else if (claim instanceof Claim.Untold) {
            transactions.run(session -> {
                Instant now = clock.instant();
                new DeliveryOutbox(session).giveUpWaiting(venueId, now, now, "the venue has no webhookUrl");
                new Receivers(session).rest(venueId, Optional.empty(), now);
            });
        } else if (claim instanceof Claim.Gone) {
            new Leftovers(transactions).remove(venueId);
        }
    }

    /** Says whether all of it arrived. */
    private boolean send(String venueId, Claim.Batch batch) {
        Instant start = clock.instant();
        List<Delivery> delivered = new ArrayList<>();
        List<Delivery> left = new ArrayList<>(batch.deliveries());
        Optional<Result> failure = Optional.empty();
        while (!left.isEmpty()
                && failure.isEmpty()
                && !stopping
                && (delivered.isEmpty() || clock.instant().isBefore(start.plus(BATCH_TIME)))) {
            Result result = new Attempt(batch.target(), clock)
                    .send(left.get(0).webhookId(), left.get(0).body());
            if (result instanceof Result.Delivered) {
                delivered.add(left.remove(0));
            } else {
                failure = Optional.of(result);
            }
        }
        Outcome outcome = new Outcome(batch, delivered, failure, left, clock.instant());
        transactions.run(session -> outcome.record(session, venueId, schedule));
        metrics.count(outcome, schedule);
        failure.ifPresent(result -> LOG.debugf("Venue %s: %s", venueId, result));
        return failure.isEmpty();
    }
}
