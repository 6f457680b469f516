package org.interlieux.it.benchmark;

/**
 * A message as it came to a venue's site.
 *
 * @param nanos when, as {@link System#nanoTime} counts
 */
record Letter(String venue, String body, long nanos) {
    /** Whether a venue is asked what it misses. */
    boolean isQuestion() {
        return body.startsWith("{\"type\":\"visit.verify\"");
    }
}
