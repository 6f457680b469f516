package org.interlieux.visit.verify;

/** Whether a venue says what it misses. */
public enum Participation {
    /** It was not asked yet. */
    UNKNOWN,
    YES,
    /** It accepts the question and does not answer it. It is asked about nothing then, until it does. */
    NO
}
