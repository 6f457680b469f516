package org.interlieux.access;

import org.jspecify.annotations.Nullable;

/** The answer to an access question. Unknown is not granted: it says that nobody answered. */
public sealed interface AccessOutcome {

    /** The reason of a grant that nobody gave: the home venue's site does not have the federation app. */
    String APP_ABSENT = "app-absent";

    /** The reason of an unknown answer: the question needs a token or a key, and there is none. */
    String NO_CREDENTIALS = "no-credentials";

    /** The reason of an unknown answer: nothing was kept of what the home venue released. */
    String CLAIM_NOT_KEPT = "claim-not-kept";

    /** A short word for events and scripts, such as {@code no-credits} or {@code http-503}; never personal data. */
    String reason();

    /** What the venue itself says about it, to be shown as text; null when it says nothing. */
    @Nullable String text();

    record Granted(String reason) implements AccessOutcome {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    record Denied(String reason, @Nullable String text) implements AccessOutcome {
        public Denied(String reason) {
            this(reason, null);
        }
    }

    record Unknown(String reason) implements AccessOutcome {
        @Override
        public @Nullable String text() {
            return null;
        }
    }

    /** The word for this outcome in the public interfaces. */
    default String word() {
        if (this instanceof Granted) {
            return "granted";
        }
        return this instanceof Denied ? "denied" : "unknown";
    }
}
