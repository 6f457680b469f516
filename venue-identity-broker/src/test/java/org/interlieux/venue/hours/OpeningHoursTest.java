package org.interlieux.venue.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-16 is a Monday. Each row: expression, moments at which it is open, moments at which it is closed. */
class OpeningHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "24/7                    | 2026-11-16T00:00 2026-11-22T23:59           |",
                "open                    | 2026-11-16T03:00                            |",
                "off                     |                                  | 2026-11-16T12:00",
                "24/7 closed             |                                  | 2026-11-16T12:00",
                "We                      | 2026-11-18T00:00 2026-11-18T23:59 | 2026-11-17T23:59 2026-11-19T00:00",
                "09:00-18:00             | 2026-11-16T09:00 2026-11-22T17:59 | 2026-11-16T08:59 2026-11-16T18:00",
                "9:00-18:00              | 2026-11-16T09:00                  | 2026-11-16T08:59",
                "mo-fr 09:00-18:00       | 2026-11-16T09:00 2026-11-20T09:00 | 2026-11-21T09:00",
                "Mo-Fr 09:00-18:00 open  | 2026-11-16T09:00                  | 2026-11-16T18:00",
                "Mo,We 09:00-10:00       | 2026-11-16T09:30 2026-11-18T09:30 | 2026-11-17T09:30",
                "Sa-Mo 09:00-10:00       | 2026-11-21T09:30 2026-11-22T09:30 2026-11-23T09:30 | 2026-11-24T09:30",
                "Mo 08:00-12:00,13:30-18:00 | 2026-11-16T11:59 2026-11-16T13:30 | 2026-11-16T12:00 2026-11-16T13:29",
                "Mo 18:00-24:00          | 2026-11-16T23:59                  | 2026-11-17T00:00",
                "Mo 09:00-18:00 open \"ring the bell\" | 2026-11-16T09:00        | 2026-11-17T09:00"
            })
    void weekdaysAndTimes(String hours, String open, String closed) {
        check(hours, open, closed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Fr 22:00-02:00          | 2026-11-20T23:00 2026-11-21T01:59 | 2026-11-20T01:00 2026-11-21T02:00",
                "Fr 22:00-26:00          | 2026-11-20T23:00 2026-11-21T01:59 | 2026-11-20T01:00 2026-11-21T02:00",
                "Su 22:00-02:00          | 2026-11-23T01:00                  | 2026-11-24T01:00",
                "Mo 10:00-48:00          | 2026-11-16T10:00 2026-11-17T23:59 | 2026-11-18T00:00",
                "Dec 31 20:00-04:00      | 2026-12-31T20:00 2027-01-01T03:59 | 2026-12-31T03:00",
                // The hours after midnight are the next day's: what replaces that day replaces them.
                "Fr 22:00-02:00; Sa 10:00-12:00 | 2026-11-21T11:00          | 2026-11-21T01:00",
                "Fr 22:00-02:00, Sa 10:00-12:00 | 2026-11-21T11:00 2026-11-21T01:00 | 2026-11-21T09:00",
                "Sa 10:00-12:00; Fr 22:00-02:00 | 2026-11-21T11:00 2026-11-21T01:00 | 2026-11-21T09:00",
                "22:00-02:00; Sa off     | 2026-11-20T23:00                  | 2026-11-21T01:00 2026-11-21T23:00",
                "22:00-02:00; Fr off     | 2026-11-19T23:00 2026-11-21T01:00 | 2026-11-20T01:00 2026-11-20T23:00"
            })
    void overMidnight(String hours, String open, String closed) {
        check(hours, open, closed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Nov                     | 2026-11-01T00:00 2027-11-30T23:59 | 2026-10-31T23:59 2026-12-01T00:00",
                "Nov-Feb                 | 2026-11-01T00:00 2027-02-28T12:00 | 2026-10-31T12:00 2027-03-01T00:00",
                "Jan,Nov Mo 10:00-12:00  | 2026-11-16T11:00                  | 2026-11-17T11:00 2026-12-14T11:00",
                "Nov 18                  | 2026-11-18T12:00 2027-11-18T12:00 | 2026-11-19T12:00",
                "Dec 24-26               | 2026-12-24T00:00 2026-12-26T23:59 | 2026-12-23T23:59 2026-12-27T00:00",
                "Dec 24-Jan 02           | 2026-12-24T12:00 2027-01-02T12:00 | 2026-12-23T12:00 2027-01-03T12:00",
                "Dec 24,Dec 31           | 2026-12-24T12:00 2026-12-31T12:00 | 2026-12-25T12:00",
                "2026 Nov 18             | 2026-11-18T12:00                  | 2027-11-18T12:00",
                "2026 Jul 01-Aug 31      | 2026-08-31T12:00                  | 2027-07-15T12:00",
                "2026 Dec 24-2027 Jan 02 | 2026-12-31T12:00 2027-01-02T12:00 | 2027-12-31T12:00 2026-01-02T12:00",
                "2026 Nov                | 2026-11-18T12:00                  | 2027-11-18T12:00",
                "2027                    | 2027-01-01T00:00                  | 2026-12-31T23:59",
                "2026-2027 Mo            | 2026-11-16T12:00                  | 2028-11-13T12:00 2026-11-17T12:00",
                "2027+                   | 2027-01-01T00:00 2099-01-01T00:00 | 2026-12-31T23:59",
                "2026-2030/2             | 2026-01-01T00:00 2028-01-01T00:00 | 2027-01-01T00:00 2032-01-01T00:00",
                "Feb 29                  | 2028-02-29T12:00                  | 2027-02-28T12:00 2027-03-01T12:00",
                "Feb 01-Feb 29           | 2027-02-28T12:00                  | 2027-03-01T12:00",
                "Feb 29-Mar 02           | 2027-03-01T12:00                  | 2027-02-28T12:00",
                "week 47                 | 2026-11-16T12:00 2026-11-22T12:00 | 2026-11-15T12:00 2026-11-23T12:00",
                "week 01-53/2            | 2026-11-16T12:00                  | 2026-11-23T12:00",
                "week 53                 | 2026-12-28T12:00 2027-01-03T12:00 | 2027-01-04T12:00",
                "week 01-02,50-53 Mo     | 2026-12-14T12:00 2027-01-04T12:00 | 2026-11-16T12:00",
                "Jan 10:00-12:00         | 2027-01-05T10:00                  | 2027-01-10T13:00 2027-02-05T10:00",
                "Jan 10 10:00-12:00      | 2027-01-10T10:00                  | 2027-01-05T10:00"
            })
    void dates(String hours, String open, String closed) {
        check(hours, open, closed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Th[1]                   | 2026-11-05T12:00 2026-12-03T12:00 | 2026-11-12T12:00 2026-11-04T12:00",
                "Th[-1]                  | 2026-11-26T12:00 2026-12-31T12:00 | 2026-11-19T12:00 2026-12-24T12:00",
                "Th[2-3]                 | 2026-11-12T12:00 2026-11-19T12:00 | 2026-11-05T12:00 2026-11-26T12:00",
                "Th[1,-1]                | 2026-11-05T12:00 2026-11-26T12:00 | 2026-11-12T12:00",
                "Th[5]                   | 2026-12-31T12:00                  | 2026-11-26T12:00",
                "Sa[1] +1 day            | 2026-11-08T12:00                  | 2026-11-07T12:00 2026-11-01T12:00",
                "Nov Mo[3] 10:00-12:00   | 2026-11-16T11:00                  | 2026-12-21T11:00 2026-11-09T11:00",
                "Mar Su[-1]-Oct Su[-1]   | 2026-03-29T12:00 2026-10-25T12:00 | 2026-03-28T12:00 2026-10-26T12:00",
                "Oct Su[-1]-Mar Su[-1]   | 2026-10-25T12:00 2026-03-29T12:00 | 2026-10-24T12:00 2026-03-30T12:00",
                "Feb Mo[5]               |                                   | 2027-03-01T12:00 2027-02-22T12:00"
            })
    void weekdaysOfAMonth(String hours, String open, String closed) {
        check(hours, open, closed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            value = {
                "Mo-Fr 09:00-18:00; We 14:00-16:00 ~ 2026-11-16T10:00 2026-11-18T15:00 ~ 2026-11-18T10:00",
                "Mo-Fr 09:00-12:00, We 14:00-16:00 ~ 2026-11-18T10:00 2026-11-18T15:00 ~ 2026-11-16T15:00",
                "Mo-Fr 09:00-18:00; We off         ~ 2026-11-16T10:00                  ~ 2026-11-18T10:00",
                "Mo-Fr 09:00-18:00; We closed \"x\" ~ 2026-11-16T10:00                 ~ 2026-11-18T10:00",
                "Mo-Fr 09:00-18:00; We 12:00-14:00 off ~ 2026-11-18T10:00 2026-11-18T14:00 ~ 2026-11-18T13:00",
                "We off; Mo-Fr 09:00-18:00         ~ 2026-11-18T10:00                  ~",
                "Mo-Fr 09:00-18:00; 20:00-21:00    ~ 2026-11-16T20:30                  ~ 2026-11-16T10:00",
                "24/7; Nov 18 off                  ~ 2026-11-17T10:00                  ~ 2026-11-18T10:00",
                "Mo-Fr 09:00-12:00 || 08:00-10:00  ~ 2026-11-16T08:30 2026-11-16T11:00 ~ 2026-11-16T13:00",
                "We off || 08:00-10:00             ~ 2026-11-18T08:30                  ~ 2026-11-18T11:00",
                "Mo-Fr 09:00-12:00 || 08:00-18:00; We off ~ 2026-11-16T15:00           ~ 2026-11-18T10:00 2026-11-18T15:00",
                "Mo 09:00-12:00 || Tu 08:00-10:00, Tu 14:00-16:00 ~ 2026-11-17T09:00 2026-11-17T15:00 ~ 2026-11-17T12:00"
            })
    void severalRules(String hours, String open, String closed) {
        check(hours, open, closed);
    }

    @Nested
    class ChangeOfClocks {
        /** In Paris 02:00 becomes 03:00 on 2026-03-29, and 03:00 becomes 02:00 on 2026-10-25. */
        @ParameterizedTest(name = "{0} at {1}: {2}")
        @CsvSource({
            "Sa 22:00-04:00, 2026-03-29T00:59:00Z, true",
            "Sa 22:00-04:00, 2026-03-29T01:00:00Z, true",
            "Sa 22:00-04:00, 2026-03-29T01:59:00Z, true",
            "Sa 22:00-04:00, 2026-03-29T02:00:00Z, false",
            "Su 02:30-05:00, 2026-03-29T00:59:00Z, false",
            "Su 02:30-05:00, 2026-03-29T01:00:00Z, true",
            "Sa 22:00-02:30, 2026-03-29T00:59:00Z, true",
            "Sa 22:00-02:30, 2026-03-29T01:00:00Z, false",
            "Sa 22:00-04:00, 2026-10-25T02:59:00Z, true",
            "Sa 22:00-04:00, 2026-10-25T03:00:00Z, false",
            "Su 02:30-03:00, 2026-10-25T00:30:00Z, true",
            "Su 02:30-03:00, 2026-10-25T01:00:00Z, false",
            "Su 02:30-03:00, 2026-10-25T01:30:00Z, true",
            "Su 02:30-03:00, 2026-10-25T02:00:00Z, false",
            "Mo-Fr 09:00-18:00, 2026-03-27T08:00:00Z, true",
            "Mo-Fr 09:00-18:00, 2026-03-30T07:00:00Z, true",
            "Mo-Fr 09:00-18:00, 2026-10-26T07:30:00Z, false"
        })
        void wallClockCounts(String hours, ZonedDateTime at, boolean open) {
            assertThat(OpeningHours.parse(hours).isOpen(at.withZoneSameInstant(PARIS)))
                    .isEqualTo(open);
        }
    }

    @Nested
    class Next {
        @ParameterizedTest(name = "{0} after {1}: {2}")
        @CsvSource({
            "Mo-Fr 09:00-18:00, 2026-11-16T08:00:30, 2026-11-16T09:00",
            "Mo-Fr 09:00-18:00, 2026-11-20T18:00, 2026-11-23T09:00",
            "Mo, 2026-11-17T18:00, 2026-11-23T00:00",
            "24/7; Nov 16-18 off, 2026-11-16T18:00, 2026-11-19T00:00",
            "24/7; Mo 12:00-14:00 off, 2026-11-16T13:00, 2026-11-16T14:00",
            "Mo 22:00-02:00; Tu 01:00-02:00, 2026-11-17T00:30, 2026-11-17T01:00",
            "Su 02:30-05:00, 2026-03-29T01:00, 2026-03-29T03:00",
            "Nov 30, 2026-11-16T10:00, 2026-11-30T00:00"
        })
        void isFound(String hours, LocalDateTime closed, LocalDateTime opens) {
            assertThat(OpeningHours.parse(hours).nextOpening(closed.atZone(PARIS), 14))
                    .contains(opens.atZone(PARIS));
        }

        @Test
        void isFoundInARepeatedHour() {
            OpeningHours hours = OpeningHours.parse("Su 02:00-02:15");
            ZonedDateTime closed = ZonedDateTime.parse("2026-10-25T00:40:00Z").withZoneSameInstant(PARIS);

            assertThat(hours.nextOpening(closed, 14))
                    .contains(ZonedDateTime.parse("2026-10-25T01:00:00Z").withZoneSameInstant(PARIS));
        }

        @Test
        void isFoundWhereMidnightDoesNotExist() {
            ZonedDateTime closed = LocalDateTime.parse("2026-09-05T23:00").atZone(ZoneId.of("America/Santiago"));

            assertThat(OpeningHours.parse("Su").nextOpening(closed, 14).map(ZonedDateTime::toLocalDateTime))
                    .contains(LocalDateTime.parse("2026-09-06T01:00"));
        }

        @ParameterizedTest
        @CsvSource({"off", "2020", "Dec 01"})
        void isNotSearchedForever(String hours) {
            ZonedDateTime closed = LocalDateTime.parse("2026-11-16T10:00").atZone(PARIS);

            assertThat(OpeningHours.parse(hours).nextOpening(closed, 14)).isEmpty();
        }
    }

    private static void check(String hours, String open, String closed) {
        OpeningHours parsed = OpeningHours.parse(hours);
        assertThat(moments(open)).allMatch(parsed::isOpen);
        assertThat(moments(closed)).noneMatch(parsed::isOpen);
    }

    private static ZonedDateTime[] moments(String texts) {
        return texts == null
                ? new ZonedDateTime[0]
                : Arrays.stream(texts.split(" +"))
                        .map(text -> LocalDateTime.parse(text).atZone(PARIS))
                        .toArray(ZonedDateTime[]::new);
    }
}
