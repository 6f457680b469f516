package org.interlieux.it.benchmark;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Messages that are awaited together, and how long all of them took. */
final class Round {
    private static final long NOT_YET = 0;

    private final CountDownLatch left;
    private final AtomicLong first = new AtomicLong(NOT_YET);
    private final AtomicLong last = new AtomicLong(NOT_YET);

    Round(int messages) {
        left = new CountDownLatch(messages);
    }

    void arrived(long nanos) {
        first.compareAndSet(NOT_YET, nanos);
    }

    void answered() {
        last.set(System.nanoTime());
        left.countDown();
    }

    /**
     * Waits for the last answer.
     *
     * @return nanoseconds from the arrival of the first message to it
     */
    long await(Duration most) {
        try {
            if (!left.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(left.getCount() + " messages did not come within " + most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return last.get() - first.get();
    }
}
