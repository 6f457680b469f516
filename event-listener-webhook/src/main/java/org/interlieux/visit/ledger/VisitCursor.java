package org.interlieux.visit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of visits ends. It stays where it is when visits end or are added; whoever goes on from it misses none that was there.
 *
 * @param visitId tells visits of one moment apart
 */
public record VisitCursor(Instant enteredAt, String visitId) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}) ([0-9A-Za-z-]{1,36})");

    static VisitCursor behind(Visit visit) {
        return new VisitCursor(visit.enteredAt(), visit.id());
    }

    /** Reads what {@link #toString} wrote; empty when it did not. */
    public static Optional<VisitCursor> parse(String text) {
        try {
            Matcher parts = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            return parts.matches()
                    ? Optional.of(new VisitCursor(Instant.ofEpochMilli(Long.parseLong(parts.group(1))), parts.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Fit for a URL. Nobody should look into it. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((enteredAt.toEpochMilli() + " " + visitId).getBytes(StandardCharsets.US_ASCII));
    }
}
