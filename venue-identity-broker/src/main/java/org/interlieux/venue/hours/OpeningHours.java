package org.interlieux.venue.hours;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When something is open, written as the OpenStreetMap tag {@code opening_hours}
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification). It is what a clock on the wall shows that
 * counts: an hour that a change of clocks repeats is open or closed both times.
 */
public final class OpeningHours {
    /** Longest text that is read, in characters. */
    public static final int MAX_LENGTH = 1_000;

    /** What a text means never changes; reading it takes a hundred times as long as asking it. */
    private static final LoadingCache<String, OpeningHours> KNOWN =
            Caffeine.newBuilder().maximumSize(1_000).build(OpeningHours::read);

    private final List<HoursRule> rules;

    private OpeningHours(List<HoursRule> rules) {
        this.rules = rules;
    }

    /**
     * Reads opening hours.
     *
     * @throws InvalidOpeningHoursException when the text cannot be read, or says something that we cannot evaluate
     */
    public static OpeningHours parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidOpeningHoursException(
                    "Opening hours may have " + MAX_LENGTH + " characters (these have " + text.length() + ")");
        }
        return KNOWN.get(text);
    }

    private static OpeningHours read(String text) {
        return new OpeningHours(new HoursSyntax(text.strip().replaceAll("\\s+", " ")).rules());
    }

    /** Whether it is open then, by the local time of the given zone. */
    public boolean isOpen(ZonedDateTime at) {
        LocalDateTime local = at.toLocalDateTime();
        LocalDate today = local.toLocalDate();
        LocalDate yesterday = today.minusDays(1);
        int minute = local.get(ChronoField.MINUTE_OF_DAY);
        boolean open = false;
        for (HoursRule rule : rules) {
            open = rule.apply(open, today, yesterday, minute);
        }
        return open;
    }

    /** The first moment after a closed one at which it is open, within that many days; empty when there is none. */
    public Optional<ZonedDateTime> nextOpening(ZonedDateTime closed, int days) {
        return new NextOpening(this, changes(), closed).within(days);
    }

    /** Minutes of a day at which something can change. */
    private List<Integer> changes() {
        return IntStream.concat(
                        IntStream.of(0),
                        rules.stream()
                                .flatMap(rule -> rule.times().stream())
                                .flatMapToInt(span -> IntStream.of(span.from() % Span.DAY, span.until() % Span.DAY)))
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
