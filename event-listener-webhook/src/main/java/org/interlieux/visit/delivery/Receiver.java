package org.interlieux.visit.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a venue's messages fare.
 *
 * @param successAt when one last arrived; null when none has yet
 * @param failedSince when one first failed since then; null when the last one arrived
 * @param lastError what the last failure was; null when the last one arrived
 */
public record Receiver(
        Standing standing,
        @Nullable Instant successAt,
        @Nullable Instant failedSince,
        @Nullable String lastError) {

    static Receiver of(ReceiverEntity row) {
        return new Receiver(row.standing, instant(row.successAt), instant(row.failedSince), row.lastError);
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
