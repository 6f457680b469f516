package org.interlieux.visit.ageing;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.interlieux.venue.DaemonThreads;
import org.interlieux.visit.delivery.DeliveryDesk;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Lets visits age, on every node: closes those that have ended by themselves, counts the open ones, and makes old ones
 * anonymous. It has a thread of its own, as Keycloak's timer has one for everybody.
 */
public final class AgeingDesk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AgeingDesk.class);

    private final DueClosings closings;
    private final OldVisits oldVisits;
    private final OpenVisitCount openVisits;
    private final Duration betweenClosings;
    private final Duration betweenCounts;
    private final Duration betweenErasures;
    private final ScheduledExecutorService thread;

    /**
     * Reads its options.
     *
     * @param config {@code close-seconds} (60): how often to close what has ended; {@code count-seconds} (60): how often to
     *     count what is open; {@code forget-seconds} (3600): how often to make old visits anonymous
     */
    public AgeingDesk(KeycloakSessionFactory sessions, Config.Scope config, DeliveryDesk deliveries) {
        this.closings = new DueClosings(sessions, deliveries, Clock.systemUTC());
        this.oldVisits = new OldVisits(sessions, Clock.systemUTC());
        this.openVisits = new OpenVisitCount(sessions);
        this.betweenClosings = Duration.ofSeconds(config.getLong("close-seconds", 60L));
        this.betweenCounts = Duration.ofSeconds(config.getLong("count-seconds", 60L));
        this.betweenErasures = Duration.ofSeconds(config.getLong("forget-seconds", 3_600L));
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("ageing"));
    }

    public void start() {
        repeat(closings, betweenClosings);
        repeat(openVisits, betweenCounts);
        repeat(oldVisits, betweenErasures);
    }

    /** Something has just ended by itself: closes it soon, not at the next turn. */
    public void closeSoon() {
        try {
            thread.execute(safely(closings));
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops; the next one that starts closes what has ended");
        }
    }

    private void repeat(Runnable work, Duration wait) {
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(safely(work), wait.toMillis(), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What throws would not be repeated. */
    private static Runnable safely(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s failed; it is tried again", work.getClass().getSimpleName());
            }
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
        openVisits.close();
    }
}
