package org.interlieux.visit.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.interlieux.venue.DaemonThreads;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Has venues asked when their time has come, on whatever node looks first. What was due while no server ran is asked then. */
public final class CheckDesk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CheckDesk.class);
    private static final int AT_A_TIME = 8;
    private static final int VENUES_PER_LOOK = 100;

    /** Longer than twenty messages to a slow venue take, and its place in the queue with them. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final KeycloakSessionFactory sessions;
    private final Clock clock = Clock.systemUTC();
    private final long everyMillis;
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("check"));
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService askers =
            new ThreadPoolExecutor(AT_A_TIME, AT_A_TIME, 30, TimeUnit.SECONDS, waiting, DaemonThreads.named("ask"));

    /**
     * Reads its options.
     *
     * @param config {@code check-millis}: how often to look whether a venue is to be asked (20000)
     */
    public CheckDesk(KeycloakSessionFactory sessions, Config.Scope config) {
        this.sessions = sessions;
        this.everyMillis = config.getLong("check-millis", 20_000L);
    }

    public void start() {
        ScheduledFuture<?> unused =
                looks.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Instant now = clock.instant();
            KeycloakModelUtils.runJobInTransaction(sessions, session -> new Checks(session).follow(now));
            if (waiting.isEmpty()) {
                List<String> due = KeycloakModelUtils.runJobInTransactionWithResult(
                        sessions, session -> new Checks(session).claim(now, LEASE, VENUES_PER_LOOK));
                due.forEach(venueId -> askers.execute(() -> ask(venueId)));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops; venues are asked after the next start");
        } catch (RuntimeException e) {
            LOG.errorf(e, "Looking for venues to be asked failed; it is tried again in %d ms", everyMillis);
        }
    }

    private void ask(String venueId) {
        try {
            new VenueCheck(sessions, clock).run(venueId);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Venue %s could not be asked what it misses; it is asked next time", venueId);
        }
        KeycloakModelUtils.runJobInTransaction(sessions, session -> new Checks(session)
                .lock(venueId)
                .ifPresent(check -> check.checkAt = NightlyTime.of(session, String.valueOf(check.realmId))
                        .after(clock.instant())
                        .toEpochMilli()));
    }

    @Override
    public void close() {
        looks.shutdownNow();
        askers.shutdownNow();
    }
}
