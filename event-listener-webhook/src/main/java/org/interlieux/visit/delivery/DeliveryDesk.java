package org.interlieux.visit.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Sets deliveries going: right after the commit that wrote them, and in a regular sweep for what failed, what another
 * node left, and what a restart interrupted. Venues are served beside one another, each by one worker at a time. The
 * threads are our own: Keycloak's timer has one, and its executors stay at four while their queue grows without bound.
 */
public final class DeliveryDesk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeliveryDesk.class);
    private static final int MAX_WORKERS = 64;
    private static final int MAX_VENUES_PER_SWEEP = 1_000;

    private final DeliveryWorker worker;
    private final long sweepMillis;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;
    private final ScheduledExecutorService sweeps;

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
        this.worker = new DeliveryWorker(sessions, schedule, Clock.systemUTC());
        this.sweepMillis = config.getLong("sweep-millis", 2_000L);
        this.workers = new ThreadPoolExecutor(
                0, MAX_WORKERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("interlieux-delivery-"));
        this.sweeps = Executors.newSingleThreadScheduledExecutor(daemons("interlieux-sweep-"));
    }

    public void startSweeping() {
        ScheduledFuture<?> unused =
                sweeps.scheduleWithFixedDelay(this::sweep, sweepMillis, sweepMillis, TimeUnit.MILLISECONDS);
    }

    /** Sends what these venues have waiting, as soon as a thread is free. */
    public void wake(List<String> venueIds) {
        venueIds.forEach(this::wake);
    }

    private void wake(String venueId) {
        if (!busy.add(venueId)) {
            return; // the worker under way, or the next sweep, takes it
        }
        try {
            workers.execute(() -> {
                try {
                    worker.drain(venueId);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Deliveries of venue %s stopped; the next sweep goes on with them", venueId);
                } finally {
                    busy.remove(venueId);
                }
            });
        } catch (RejectedExecutionException e) {
            busy.remove(venueId); // all threads are busy, or the server stops; the deliveries wait in the database
        }
    }

    private void sweep() {
        try {
            wake(worker.dueVenues(MAX_VENUES_PER_SWEEP));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Looking for due deliveries failed; it is tried again in %d ms", sweepMillis);
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName(name + thread.getName());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        sweeps.shutdownNow();
        workers.shutdownNow();
    }
}
