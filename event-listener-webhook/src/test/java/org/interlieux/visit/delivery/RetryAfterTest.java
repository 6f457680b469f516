package org.interlieux.visit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 10.2.3. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "120, 120", "' 7 ', 7", "86400, 86400", "999999999, 86400"})
    void secondsAreHonouredUpToADay(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** The three formats that a recipient must accept. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Fri, 20 Nov 2026 08:02:00 GMT", "Friday, 20-Nov-26 08:02:00 GMT", "Fri Nov 20 08:02:00 2026"})
    void datesAreHonoured(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void farDateIsCutToADay() {
        assertThat(RetryAfter.parse("Fri, 20 Nov 2027 08:02:00 GMT", NOW)).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "12345678901234567890", "Fri, 20 Nov 2026 07:59:00 GMT"})
    void whatSaysNothingOrIsPastMeansNoWait(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isZero();
    }
}
