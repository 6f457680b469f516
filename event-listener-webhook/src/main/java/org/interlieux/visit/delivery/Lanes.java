package org.interlieux.visit.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.interlieux.venue.DaemonThreads;
import org.interlieux.visit.delivery.DeliveryWorker.Turn;
import org.jboss.logging.Logger;

/**
 * Serves venues beside one another, each by one worker at a time, and each a bounded turn, after which it goes to the back
 * of the queue. Venues whose last attempt failed have threads of their own: a hanging one costs the others a thread once,
 * for as long as one attempt may take. The threads are ours: Keycloak's timer has one, and its executors stay at four.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final int PROMPT_THREADS = 128;
    private static final int SUSPECT_THREADS = 32;

    /** How long a server that stops waits for receivers that answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What is done for a venue. */
    interface Work {
        /**
         * Does a bounded part of it.
         *
         * @param suspect whether the venue is tried although its last attempt failed
         */
        Turn drain(String venueId, boolean suspect);
    }

    /** What is known of a venue that waits for a thread or has one. */
    private enum Mark {
        UNDER_WAY,
        /** The same, of a venue whose last attempt failed. */
        PROBED,
        /** Something came meanwhile, which the turn under way may have missed. */
        AGAIN,
        /** A sweep took it meanwhile, to try it although its last attempt failed: no other sweep does so soon. */
        AGAIN_PROBED
    }

    private final Work work;
    private final Map<String, Mark> busy = new ConcurrentHashMap<>();
    private final ExecutorService prompt = threads(PROMPT_THREADS, "delivery");
    private final ExecutorService suspect = threads(SUSPECT_THREADS, "probe");

    Lanes(Work work) {
        this.work = work;
    }

    /** A message for this venue was written. */
    void wake(String venueId) {
        if (busy.merge(venueId, Mark.UNDER_WAY, (before, now) -> before == Mark.AGAIN_PROBED ? before : Mark.AGAIN)
                == Mark.UNDER_WAY) {
            submit(venueId, false);
        }
    }

    /** A sweep took this venue. */
    void take(Receivers.Due due) {
        AtomicBoolean free = new AtomicBoolean();
        busy.compute(due.venueId(), (id, mark) -> {
            free.set(mark == null);
            if (mark == null) {
                return due.suspect() ? Mark.PROBED : Mark.UNDER_WAY;
            }
            if (mark == Mark.PROBED || mark == Mark.AGAIN_PROBED) {
                return mark;
            }
            return due.suspect() ? Mark.AGAIN_PROBED : Mark.AGAIN;
        });
        if (free.get()) {
            submit(due.venueId(), due.suspect());
        }
    }

    private void submit(String venueId, boolean isSuspect) {
        try {
            (isSuspect ? suspect : prompt).execute(() -> turn(venueId, isSuspect));
        } catch (RejectedExecutionException e) {
            busy.remove(venueId); // the server stops; the deliveries wait in the database
        }
    }

    private void turn(String venueId, boolean isSuspect) {
        Turn turn = Turn.DONE;
        try {
            turn = work.drain(venueId, isSuspect);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Deliveries of venue %s stopped; a sweep goes on with them", venueId);
        }
        boolean more = turn == Turn.MORE;
        Mark next = busy.computeIfPresent(venueId, (id, mark) -> switch (mark) {
            case AGAIN -> Mark.UNDER_WAY;
            case AGAIN_PROBED -> Mark.PROBED;
            case UNDER_WAY, PROBED -> more ? Mark.UNDER_WAY : null;
        });
        if (next != null) {
            submit(venueId, next == Mark.PROBED);
        }
    }

    private static ExecutorService threads(int number, String purpose) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                number, number, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThreads.named(purpose));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Who is at it may finish what they have in hand, unless that takes too long. */
    @Override
    public void close() {
        prompt.shutdown();
        suspect.shutdown();
        try {
            boolean unused = prompt.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        prompt.shutdownNow();
        suspect.shutdownNow();
    }
}
