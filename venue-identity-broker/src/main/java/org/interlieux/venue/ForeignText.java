package org.interlieux.venue;

import java.util.Optional;

/** Text that comes from a venue: shown as text, never trusted, and never longer than its place. */
public final class ForeignText {
    private ForeignText() {}

    /**
     * Without control, invisible and broken characters, white space folded, cut to a length in code points; empty when nothing is
     * left.
     */
    public static Optional<String> clean(String raw, int maxLength) {
        String clean = raw.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}]+", " ").strip();
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                clean.codePointCount(0, clean.length()) <= maxLength
                        ? clean
                        : clean.substring(0, clean.offsetByCodePoints(0, maxLength)));
    }
}
