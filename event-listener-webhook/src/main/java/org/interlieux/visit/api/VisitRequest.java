package org.interlieux.visit.api;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.interlieux.venue.list.PageRequest;
import org.interlieux.visit.ledger.VisitCursor;
import org.interlieux.visit.ledger.VisitFilter;
import org.jspecify.annotations.Nullable;

/** Reads {@code after}, {@code max} (1 to 100), {@code from}, {@code to} (ISO 8601) and {@code state} ({@code open}, {@code closed}). */
public final class VisitRequest {
    private static final int DEFAULT_MAX = 50;
    private static final int MAX = 100;
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private VisitRequest() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when one cannot be used; the message says what to send instead
     */
    public static VisitFilter of(MultivaluedMap<String, String> parameters) {
        return new VisitFilter(
                moment("from", parameters.getFirst("from"), BEGINNING),
                moment("to", parameters.getFirst("to"), END),
                state(parameters.getFirst("state")),
                cursor(parameters.getFirst("after")),
                PageRequest.max(parameters.getFirst("max"), DEFAULT_MAX, MAX));
    }

    /**
     * Reads a time.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Instant moment(String name, @Nullable String text, Instant byDefault) {
        if (text == null || text.isEmpty()) {
            return byDefault;
        }
        try {
            Instant moment = Instant.parse(text);
            if (moment.isBefore(BEGINNING) || moment.isAfter(END)) {
                throw new IllegalArgumentException(name + " must be a time between 1970 and 9999");
            }
            return moment;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-11-20T08:00:00Z", e);
        }
    }

    private static @Nullable Boolean state(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (text) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw new IllegalArgumentException("state must be open or closed");
        };
    }

    private static @Nullable VisitCursor cursor(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : VisitCursor.parse(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("after must be what an earlier answer called next"));
    }
}
