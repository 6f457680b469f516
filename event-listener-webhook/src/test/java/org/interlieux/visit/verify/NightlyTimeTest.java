package org.interlieux.visit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, 2026-11-21T02:00:00Z",
        "2026-11-20T01:59:59Z, 2026-11-20T02:00:00Z",
        "2026-11-20T02:00:00Z, 2026-11-21T02:00:00Z",
        // The clocks of Paris change in the nights before: summer time begins on 29 March, and ends on 25 October.
        "2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
        "2026-10-24T12:00:00Z, 2026-10-25T02:00:00Z"
    })
    void isTheNextOnTheClockOfTheFederation(Instant moment, Instant next) {
        NightlyTime three = new NightlyTime(LocalTime.of(3, 0), ZoneId.of("Europe/Paris"));

        assertThat(three.after(moment)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource("2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z")
    void timeThatTheClockSkipsIsAnHourLater(Instant moment, Instant next) {
        NightlyTime halfPastTwo = new NightlyTime(LocalTime.of(2, 30), ZoneId.of("Europe/Paris"));

        assertThat(halfPastTwo.after(moment)).isEqualTo(next);
    }
}
