package org.interlieux.venue.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, and what an admin is told to write. */
class InvalidOpeningHoursTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Mon-Fri 09:00-18:00        ~ Write Mo-Fr 09:00-18:00",
                "Mo-Fr 9am-6pm              ~ Write Mo-Fr 09:00-18:00",
                "Mo to Fr 09:00-18:00       ~ Write Mo-Fr 09:00-18:00",
                "Mo-Fr 09.00-18.00          ~ Write Mo-Fr 09:00-18:00",
                "Dec 5 off                  ~ Write Dec 05 off",
                "Dec 24,31 off              ~ Write Dec 24,Dec 31 off",
                "lundi 9h-18h               ~ Write opening hours like Mo-Fr 09:00-18:00",
                "Mo-Fr 25:00-26:00          ~ Write opening hours like Mo-Fr 09:00-18:00",
                "Mo-Fr 09:00-18:00; Sa 1000 ~ cannot be read near character 20",
                "Mo-Fr 09:00-18:00;         ~ There is a rule without content",
                "``                         ~ There is a rule without content",
                "Mo-Fr 09:00-18:00; PH off  ~ PH and SH (public and school holidays) are not supported",
                "Mo-Fr,PH 09:00-18:00       ~ PH and SH (public and school holidays) are not supported",
                "SH Mo 09:00-12:00          ~ PH and SH (public and school holidays) are not supported",
                "sunrise-sunset             ~ 'sunrise-sunset' depends on the sun",
                "08:00-(sunset+01:00)       ~ depends on the sun",
                "easter off                 ~ 'easter' depends on Easter",
                "Dec 24-easter off          ~ depends on Easter",
                "Mo 18:00+                  ~ '18:00+' has no certain end",
                "Mo 18:00-22:00+            ~ '18:00-22:00+' has no certain end",
                "Mo 10:00                   ~ '10:00' is for points in time",
                "Mo 10:00-16:00/01:30       ~ is for points in time",
                "10:00-10:00                ~ Write 00:00-24:00 for the whole day",
                "24:00-26:00                ~ starts after midnight",
                "Mo 20:00-48:30             ~ may end at 48:00 at most",
                "Feb 30 off                 ~ Feb has 29 days",
                "Apr 31 off                 ~ Apr has 30 days",
                "Dec 25 +1 day off          ~ counts from another date",
                "Dec 25 -Su off             ~ counts from another date",
                "Jul 01+                    ~ 'Jul 01+' has no end",
                "Jan-Dec/2 Mo               ~ leaves out months by '/'",
                "2026 Dec 24-Jan 02 off     ~ ends before it starts",
                "Dec 24-2027 Jan 02 off     ~ has a year at its end only",
                "2027-2026                  ~ Write 2026-2027",
                "20266                      ~ A year has four digits",
                "week 50-02                 ~ Write week 01-02,50-53",
                "week 54                    ~ There is no week 54",
                "Th[3-1]                    ~ does not count a weekday of a month",
                "Th[]                       ~ does not count a weekday of a month",
                "Sa[1] +99 days             ~ too far from its weekday",
                "Mo unknown                 ~ 'unknown' is not supported",
                "Mo \"by appointment\"      ~ A comment alone means 'unknown'",
                "Mo 09:00-12:00 || \"call\" ~ A comment alone means 'unknown'",
                "\"summer\": Mo             ~ A comment alone means 'unknown'",
                "Mo 09:00-12:00 || off      ~ A rule after '||' only opens",
                "Mo || Tu, We off           ~ A rule after '||' only opens"
            })
    void saysWhatToDo(String hours, String message) {
        assertThatThrownBy(() -> OpeningHours.parse(hours))
                .isInstanceOf(InvalidOpeningHoursException.class)
                .hasMessageContaining(message);
    }

    @Test
    void lengthIsLimited() {
        String longest = "Mo 09:00-18:00; ".repeat(62) + "Tu";

        assertThat(OpeningHours.parse(longest)).isNotNull();
        assertThatThrownBy(() -> OpeningHours.parse(longest + "; We 09:00-18:00"))
                .isInstanceOf(InvalidOpeningHoursException.class)
                .hasMessageContaining("1000 characters");
    }

    @Test
    void longTextIsNotRepeatedWhole() {
        assertThatThrownBy(() -> OpeningHours.parse("x".repeat(1_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }
}
