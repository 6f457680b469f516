package org.interlieux.visit.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.interlieux.venue.DaemonThreads;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Sets deliveries going: right after the commit that wrote them, and in a regular sweep for what failed, what another
 * node left, and what a restart interrupted.
 */
public final class DeliveryDesk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeliveryDesk.class);
    private static final int VENUES_PER_SWEEP = 200;

    /** A venue that a sweep took and that has to wait for a thread is not taken by another meanwhile. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /**
     * The answer to a login goes first: it is written after the commit, and on a small machine the first message would take
     * the processor from it.
     */
    private static final long WAKE_AFTER_MILLIS = 5;

    private static final int UNTIDY_PER_SWEEP = 5;
    private static final Duration TIDY_EVERY = Duration.ofDays(1);

    /** Once a minute. */
    private static final int SWEEPS_PER_COUNT = 30;

    private final Transactions transactions;
    private final DeliveryCount count;
    private final DeliveryMetrics metrics = new DeliveryMetrics();
    private final DeliveryWorker worker;
    private final Lanes lanes;
    private final long sweepMillis;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService sweeps;
    private final ScheduledExecutorService wakes =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("wake"));

    /**
     * Reads its options.
     *
     * @param config {@code retry-seconds}: the waits after failed attempts; {@code sweep-millis}: how often to look for
     *     due deliveries (2000)
     */
    public DeliveryDesk(KeycloakSessionFactory sessions, Config.Scope config) {
        RetrySchedule schedule = RetrySchedule.parse(
                config.get("retry-seconds", RetrySchedule.DEFAULT_SECONDS),
                () -> ThreadLocalRandom.current().nextDouble());
        this.transactions = new Transactions(sessions);
        this.count = new DeliveryCount(transactions);
        this.worker = new DeliveryWorker(transactions, schedule, clock, metrics);
        this.lanes = new Lanes(worker);
        this.sweepMillis = config.getLong("sweep-millis", 2_000L);
        this.sweeps = Executors.newScheduledThreadPool(2, DaemonThreads.named("sweep"));
        sessions.register(new VenueChanges(clock));
    }

    public void startSweeping() {
        repeat(this::sweep, sweepMillis);
        repeat(this::tidy, sweepMillis);
        repeat(count, sweepMillis * SWEEPS_PER_COUNT);
    }

    private void repeat(Runnable work, long everyMillis) {
        ScheduledFuture<?> unused = sweeps.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.errorf(e, "Looking for deliveries failed; it is tried again in %d ms", everyMillis);
                    }
                },
                everyMillis,
                everyMillis,
                TimeUnit.MILLISECONDS);
    }

    /** Sends what these venues have waiting, in a moment and as soon as a thread is free. */
    public void wake(List<String> venueIds) {
        List<String> woken = List.copyOf(venueIds);
        try {
            ScheduledFuture<?> unused =
                    wakes.schedule(() -> woken.forEach(lanes::wake), WAKE_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops; the next one that starts sends what waits");
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        transactions
                .result(session -> new Receivers(session).claim(now, LEASE, VENUES_PER_SWEEP))
                .forEach(lanes::take);
    }

    private void tidy() {
        Instant now = clock.instant();
        transactions
                .result(session -> new Receivers(session).claimUntidy(now, TIDY_EVERY, UNTIDY_PER_SWEEP))
                .forEach(venueId -> new Leftovers(transactions).tidy(venueId, now));
    }

    @Override
    public void close() {
        sweeps.shutdownNow();
        wakes.shutdownNow();
        worker.stop();
        lanes.close();
        count.close();
        metrics.close();
    }
}
