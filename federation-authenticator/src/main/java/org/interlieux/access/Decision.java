package org.interlieux.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answered access question.
 *
 * @param homeId internal id of the home venue; null when the user has none
 * @param hostId internal id of the host venue; null when the badge client names none that can be used
 * @param rule what decided: the id of an access rule, or the condition that failed
 */
public record Decision(
        String userId,
        @Nullable String homeId,
        @Nullable String hostId,
        String rule,
        AccessOutcome outcome,
        Instant at) {
    /** How long a decision may be used after it was made. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    public boolean isGranted() {
        return outcome instanceof AccessOutcome.Granted;
    }
}
