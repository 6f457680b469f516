package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.YearRange;
import java.time.LocalDate;

/** Calendar years such as {@code 2027}, {@code 2026-2028} or {@code 2026+}. */
record Years(int from, int to, int step) implements DaySelector {
    private static final int LAST = 9999;

    static Years of(YearRange range) {
        int from = check(range.getStartYear());
        int to = range.getEndYear() == YearRange.UNDEFINED_YEAR ? from : check(range.getEndYear());
        if (from > to) {
            throw new InvalidOpeningHoursException(
                    "Years '" + range + "' end before they start. Write " + to + "-" + from);
        }
        return new Years(from, range.isOpenEnded() ? LAST : to, Math.max(1, range.getInterval()));
    }

    static int check(int year) {
        if (year > LAST) {
            throw new InvalidOpeningHoursException("A year has four digits (it is " + year + ")");
        }
        return year;
    }

    @Override
    public boolean includes(LocalDate date) {
        int year = date.getYear();
        return from <= year && year <= to && (year - from) % step == 0;
    }
}
