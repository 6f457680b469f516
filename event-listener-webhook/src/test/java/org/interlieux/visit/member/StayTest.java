package org.interlieux.visit.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.interlieux.visit.ledger.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody came and went, as a page shows it. */
class StayTest {
    private static final VenueClock PARIS = new VenueClock(ZoneId.of("Europe/Paris"), Locale.FRENCH);
    private static final Instant MORNING = Instant.parse("2026-11-20T08:03:12Z");

    @ParameterizedTest
    @CsvSource({"59, < 1 min", "60, 1 min", "3599, 59 min", "3600, 1 h", "32340, 8 h 59 min", "90000, 25 h"})
    void lengthIsWhatAPersonSays(long seconds, String text) {
        assertThat(Stay.length(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void openVisitOfTodayNeedsNoDay() {
        assertThat(Stay.of(visit(null), PARIS, Instant.parse("2026-11-20T16:02:30Z")))
                .isEqualTo(new Stay("", "09:03", "", "", "7 h 59 min", "", false));
    }

    @Test
    void daysAreThoseOfTheVenuesClock() {
        Instant justAfterMidnightThere = Instant.parse("2026-11-20T23:30:00Z");

        Stay stay = Stay.of(visit(justAfterMidnightThere), PARIS, justAfterMidnightThere);

        assertThat(stay.day()).isEqualTo("20 novembre 2026");
        assertThat(stay.leftDay()).isEqualTo("21 novembre 2026");
        assertThat(stay.leftAt()).isEqualTo("00:30");
        assertThat(stay.exit()).isEqualTo("closing");
        assertThat(stay.estimated()).isTrue();
    }

    private static Visit visit(@Nullable Instant exit) {
        return new Visit(
                "v", "r", "u", "h", "f", "c", 1, MORNING, exit, exit == null ? null : "closing", exit != null, "login");
    }
}
