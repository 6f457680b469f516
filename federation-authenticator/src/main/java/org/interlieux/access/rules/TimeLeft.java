package org.interlieux.access.rules;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The time limit of one question, which its steps share. */
final class TimeLeft {
    private final Duration total;
    private final long start;
    private final LongSupplier nanos;

    /**
     * Starts the time.
     *
     * @param nanos a clock such as {@link System#nanoTime}
     */
    TimeLeft(Duration total, LongSupplier nanos) {
        this.total = total;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /**
     * What is left.
     *
     * @throws SocketTimeoutException when nothing is
     */
    Duration left() throws SocketTimeoutException {
        Duration left = total.minusNanos(nanos.getAsLong() - start);
        if (left.toMillis() <= 0) {
            throw new SocketTimeoutException("nothing is left of " + total.toMillis() + " ms");
        }
        return left;
    }
}
