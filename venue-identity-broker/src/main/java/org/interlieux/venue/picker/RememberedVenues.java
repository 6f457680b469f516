package org.interlieux.venue.picker;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interlieux.venue.Venue;

/**
 * The venues that somebody chose on this device, newest first: aliases and nothing else. Which of them may still be chosen is asked
 * each time.
 */
record RememberedVenues(List<String> aliases) {
    private static final int MOST = 3;
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    /** No alias holds one, and a cookie needs no quotes for it. */
    private static final String SEPARATOR = ".";

    static final RememberedVenues NONE = new RememberedVenues(List.of());

    RememberedVenues {
        aliases = aliases.stream()
                .filter(alias -> ALIAS.matcher(alias).matches())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** From {@link #text}; whatever else stands there is dropped. */
    static RememberedVenues parse(String text) {
        return new RememberedVenues(Arrays.asList(text.split(Pattern.quote(SEPARATOR), 2 * MOST)));
    }

    static RememberedVenues of(List<Venue> venues) {
        return new RememberedVenues(venues.stream().map(Venue::alias).toList());
    }

    RememberedVenues with(String alias) {
        return new RememberedVenues(
                Stream.concat(Stream.of(alias), aliases.stream()).toList());
    }

    RememberedVenues without(String alias) {
        return new RememberedVenues(
                aliases.stream().filter(other -> !other.equals(alias)).toList());
    }

    boolean isEmpty() {
        return aliases.isEmpty();
    }

    String text() {
        return String.join(SEPARATOR, aliases);
    }
}
