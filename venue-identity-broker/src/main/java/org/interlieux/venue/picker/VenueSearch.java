package org.interlieux.venue.picker;

import java.util.Locale;
import java.util.Optional;
import org.interlieux.venue.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * What a member looks for their venue by. Of an address only the {@code @} and what follows is kept, before anything else sees it: who
 * somebody is does not help to find where they are a member.
 */
record VenueSearch(String text) {
    private static final int MAX_LENGTH = 100;

    static final VenueSearch ALL = new VenueSearch("");

    /** From what was typed, or from what a service knows; either may be an address. */
    static VenueSearch of(@Nullable String raw) {
        if (raw == null) {
            return ALL;
        }
        // Cut only afterwards: the part that goes must not survive because it was long.
        String asked = raw.substring(Math.max(0, raw.lastIndexOf('@')));
        return ForeignText.clean(asked, MAX_LENGTH)
                .filter(text -> !text.equals("@"))
                .map(VenueSearch::new)
                .orElse(ALL);
    }

    boolean isForAll() {
        return text.isEmpty();
    }

    /** What follows the {@code @} of an address, in lower case; empty when this is no address. */
    Optional<String> domain() {
        return text.startsWith("@")
                ? Optional.of(text.substring(1).strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
