package org.interlieux.visit.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long to wait after each failed attempt: short at first, then longer, for about three days. */
record RetrySchedule(List<Duration> waits, DoubleSupplier random) {
    static final String DEFAULT_SECONDS = "5,15,30,60,120,300,900,1800,3600,7200,14400,28800,36000,50400,57600,57600";

    private static final double JITTER = 0.2;

    /**
     * Reads a schedule.
     *
     * @param seconds the waits, separated by commas
     * @param random values from 0 to 1
     * @throws IllegalArgumentException when it is no list of whole seconds
     */
    static RetrySchedule parse(String seconds, DoubleSupplier random) {
        try {
            List<Duration> waits = Arrays.stream(seconds.split(","))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text.strip())))
                    .toList();
            return new RetrySchedule(waits, random);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "retry-seconds must be whole seconds separated by commas, such as 5,60,3600 (it is " + seconds
                            + ")",
                    e);
        }
    }

    /** The wait before the next attempt; empty when all have been made. */
    Optional<Duration> after(int failedAttempts) {
        if (failedAttempts > waits.size()) {
            return Optional.empty();
        }
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Optional.of(
                Duration.ofMillis((long) (waits.get(failedAttempts - 1).toMillis() * factor)));
    }

    /** How long to leave a venue alone, whatever waits for it: as long as a message, but never longer than {@code most}. */
    Duration pause(int failures, Duration most) {
        Duration wait = after(Math.min(failures, waits.size())).orElse(most);
        return wait.compareTo(most) < 0 ? wait : most;
    }
}
