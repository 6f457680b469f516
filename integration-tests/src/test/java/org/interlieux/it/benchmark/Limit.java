package org.interlieux.it.benchmark;

import java.util.Locale;

/** What must hold, and whether it does. */
sealed interface Limit permits RatioLimit, RateLimit, DifferenceLimit, TimeLimit, AmountLimit {
    String what();

    /** What was measured, as the report prints it. */
    String measured();

    String allowed();

    Verdict verdict();

    /** Whether a limit holds. Only {@link #EXCEEDED} fails the build. */
    enum Verdict {
        MET,
        /** Beyond the limit, but not clearly: this machine's noise explains it. */
        UNCLEAR,
        EXCEEDED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
