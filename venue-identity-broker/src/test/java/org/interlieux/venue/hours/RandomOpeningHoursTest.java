package org.interlieux.venue.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever an admin or an import puts there: it is refused in our own words, or it always has an answer. */
class RandomOpeningHoursTest {
    private static final List<String> PIECES = List.of(
            "Mo",
            "Tu",
            "Fr",
            "Su",
            "Sa-Mo",
            "Th[1]",
            "Th[-1]",
            "[",
            "]",
            "Jan",
            "Feb 29",
            "Dec 24",
            "-",
            "2026",
            "2027+",
            "09:00-18:00",
            "22:00-02:00",
            "20:00-26:00",
            "24:00",
            "18:00+",
            ":",
            "9",
            "31",
            "week",
            "53",
            "/2",
            "24/7",
            "off",
            "open",
            "unknown",
            "PH",
            "SH",
            "easter",
            "sunrise",
            "+1 day",
            "\"x\"",
            "\"",
            "\\",
            ";",
            ",",
            "||",
            "(",
            ")",
            " ",
            "\n",
            "é",
            "\0",
            "99999999999",
            "am",
            "h",
            "bis",
            "to");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Random random = new Random(20_261_120);

    @Test
    @Timeout(60)
    void textIsReadOrRefused() {
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            String text = i % 3 == 0 ? noise() : pieces();
            try {
                OpeningHours hours = OpeningHours.parse(text);
                assertAlwaysAnswers(hours, text);
                if (read++ % 20 == 0) {
                    assertNextIsOpen(hours, text);
                }
            } catch (InvalidOpeningHoursException e) {
                assertThat(e.getMessage()).as(text).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @Test
    @Timeout(60)
    void longestTextsAreReadOrRefusedInTime() {
        for (String piece : PIECES) {
            String text = (piece + " ").repeat(OpeningHours.MAX_LENGTH / (piece.length() + 1));
            long start = System.nanoTime();
            try {
                OpeningHours.parse(text);
            } catch (InvalidOpeningHoursException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(piece).isLessThan(Duration.ofSeconds(2));
        }
    }

    private void assertAlwaysAnswers(OpeningHours hours, String text) {
        for (int i = 0; i < 10; i++) {
            // Years 1970 to 2200.
            ZonedDateTime at =
                    Instant.ofEpochSecond(random.nextLong(7_258_118_400L)).atZone(PARIS);
            assertThatCode(() -> hours.isOpen(at)).as("%s at %s", text, at).doesNotThrowAnyException();
        }
    }

    private void assertNextIsOpen(OpeningHours hours, String text) {
        ZonedDateTime now =
                Instant.ofEpochSecond(random.nextLong(7_258_118_400L)).atZone(PARIS);
        hours.nextOpening(now, 14)
                .ifPresent(next -> assertThat(hours.isOpen(next)).as(text).isTrue());
    }

    private String pieces() {
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private String noise() {
        return random.ints(random.nextInt(60), 0, 0x2100)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
