package org.interlieux.visit.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.TimerProvider;

/**
 * Sets deliveries going: right after the commit that wrote them, and in a regular sweep for what failed, what another
 * node left, and what a restart interrupted. Venues are served beside one another, each by one worker at a time.
 */
public final class DeliveryDesk {
    private static final Logger LOG = Logger.getLogger(DeliveryDesk.class);
    private static final String NAME = "interlieux-deliveries";
    private static final int MAX_VENUES_PER_SWEEP = 1_000;

    private final DeliveryWorker worker;
    private final ExecutorService executor;
    private final long sweepMillis;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sweeping = new AtomicBoolean();

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
        this.executor = KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> session.getProvider(ExecutorsProvider.class).getExecutor(NAME));
    }

    /** Starts the sweep; Keycloak's timer has one thread, so only the start of the work is on it. */
    public void startSweeping(KeycloakSession session) {
        session.getProvider(TimerProvider.class).schedule(() -> submit(this::sweep, sweeping), sweepMillis, NAME);
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
            executor.execute(() -> {
                try {
                    worker.drain(venueId);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Deliveries of venue %s stopped; the next sweep goes on with them", venueId);
                } finally {
                    busy.remove(venueId);
                }
            });
        } catch (RejectedExecutionException e) {
            busy.remove(venueId);
        }
    }

    private void sweep() {
        wake(worker.dueVenues(MAX_VENUES_PER_SWEEP));
    }

    private void submit(Runnable work, AtomicBoolean underWay) {
        if (!underWay.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.errorf(e, "Looking for due deliveries failed; it is tried again in %d ms", sweepMillis);
                } finally {
                    underWay.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            underWay.set(false);
        }
    }
}
