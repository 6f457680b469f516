package org.interlieux.venue.list;

import org.jspecify.annotations.Nullable;

/** Which page of a list somebody asks for. */
public record PageRequest(String search, int first, int max) {
    private static final int MAX_SEARCH = 100;
    private static final int MAX_FIRST = 1_000_000;

    /**
     * Reads the parameters of a request.
     *
     * @throws IllegalArgumentException when one cannot be used; the message says what to send instead
     */
    public static PageRequest of(
            @Nullable String search, @Nullable String first, @Nullable String max, int defaultMax, int limit) {
        if (search != null && search.length() > MAX_SEARCH) {
            throw new IllegalArgumentException("q has " + MAX_SEARCH + " characters at most");
        }
        return new PageRequest(
                search == null ? "" : search, number("first", first, 0, 0, MAX_FIRST), max(max, defaultMax, limit));
    }

    /**
     * Reads how many somebody asks for.
     *
     * @throws IllegalArgumentException when it is no number from 1 to the limit
     */
    public static int max(@Nullable String text, int byDefault, int limit) {
        return number("max", text, byDefault, 1, limit);
    }

    private static int number(String name, @Nullable String text, int byDefault, int least, int most) {
        if (text == null || text.isEmpty()) {
            return byDefault;
        }
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
        }
        return number;
    }
}
