package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.Nth;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Weekdays counted within their month, such as {@code Th[1]}, {@code Th[2-3]} or, from the end, {@code Th[-1]}.
 *
 * @param offset days after the counted weekday, as in {@code Sa[1] +1 day}
 */
record NthWeekDay(DayOfWeek day, int from, int to, int offset) implements DaySelector {
    private static final int MAX_OFFSET = 31;

    static NthWeekDay of(DayOfWeek day, Nth nth, int offset) {
        int from = nth.getStartNth();
        int to = nth.getEndNth() == Nth.INVALID_NTH ? from : nth.getEndNth();
        if (from == Nth.INVALID_NTH || from > to || (from < 0 && to > 0)) {
            throw new InvalidOpeningHoursException(
                    "[" + nth + "] does not count a weekday of a month. Write Th[1] for the first Thursday,"
                            + " Th[1-2] for the first two, Th[-1] for the last");
        }
        if (Math.abs(offset) > MAX_OFFSET) {
            throw new InvalidOpeningHoursException(
                    "An offset of " + offset + " days is too far from its weekday; " + MAX_OFFSET + " is the most");
        }
        return new NthWeekDay(day, from, to, offset);
    }

    @Override
    public boolean includes(LocalDate date) {
        LocalDate counted = date.minusDays(offset);
        if (counted.getDayOfWeek() != day) {
            return false;
        }
        int nth = from > 0
                ? (counted.getDayOfMonth() - 1) / 7 + 1
                : -((counted.lengthOfMonth() - counted.getDayOfMonth()) / 7 + 1);
        return from <= nth && nth <= to;
    }
}
