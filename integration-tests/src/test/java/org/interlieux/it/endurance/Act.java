package org.interlieux.it.endurance;

import java.time.Instant;

/**
 * Something a member did, and what came back. The servers run on the same machine, so their times can be compared.
 *
 * @param from when they began
 * @param to when they knew, or gave up
 */
record Act(Kind kind, String email, String venue, Instant from, Instant to, Answer answer) {
    enum Kind {
        ENTER,
        LEAVE
    }

    enum Answer {
        /** The server said yes. */
        DONE,
        /** The server said no, or that something went wrong. */
        REFUSED,
        /** The connection broke: it happened, or it did not. */
        LOST
    }

    boolean is(Kind wanted, Answer whatCameBack) {
        return kind == wanted && answer == whatCameBack;
    }

    /** Whether it may have changed something at that moment, milliseconds since 1970. */
    boolean mayHaveHappenedAt(long millis) {
        return answer != Answer.REFUSED && covers(millis);
    }

    boolean covers(long millis) {
        return from.toEpochMilli() <= millis && millis <= to.toEpochMilli();
    }
}
