package org.interlieux.visit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.interlieux.visit.delivery.DeliveryWorker.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final String VENUE = "fabrique";

    private final BlockingQueue<String> turns = new LinkedBlockingQueue<>();
    private final Semaphore mayEnd = new Semaphore(0);
    private final Lanes lanes = new Lanes((venueId, suspect) -> {
        turns.add(suspect ? "probe" : "turn");
        mayEnd.acquireUninterruptibly();
        return Turn.DONE;
    });

    @AfterEach
    void end() {
        mayEnd.release(100);
        lanes.close();
    }

    @Test
    void messageThatComesDuringATurnHasAnother() throws InterruptedException {
        lanes.wake(VENUE);
        assertThat(nextTurn()).isEqualTo("turn");
        lanes.wake(VENUE);
        lanes.wake(VENUE);
        mayEnd.release(2);

        assertThat(nextTurn()).isEqualTo("turn");
        assertThat(turns).isEmpty();
    }

    @Test
    void venueThatASweepTookDuringATurnIsTriedAfterIt() throws InterruptedException {
        lanes.wake(VENUE);
        assertThat(nextTurn()).isEqualTo("turn");
        lanes.take(new Receivers.Due(VENUE, true));
        lanes.wake(VENUE);
        mayEnd.release(2);

        assertThat(nextTurn()).as("no other sweep takes it for two minutes").isEqualTo("probe");
    }

    @Test
    void venueThatIsBeingTriedIsNotTriedAgainAtOnce() throws InterruptedException {
        lanes.take(new Receivers.Due(VENUE, true));
        assertThat(nextTurn()).isEqualTo("probe");
        lanes.take(new Receivers.Due(VENUE, true));
        mayEnd.release();
        lanes.wake("atelier");

        assertThat(nextTurn()).as("the turn of another venue").isEqualTo("turn");
        assertThat(turns).isEmpty();
    }

    private String nextTurn() throws InterruptedException {
        return String.valueOf(turns.poll(10, TimeUnit.SECONDS));
    }
}
