package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.WeekRange;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Weeks of the year as ISO 8601 numbers them, such as {@code week 01-53/2}. */
record Weeks(int from, int to, int step) implements DaySelector {

    static Weeks of(WeekRange range) {
        int from = range.getStartWeek();
        int to = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? from : range.getEndWeek();
        if (to > WeekRange.MAX_WEEK || from > WeekRange.MAX_WEEK) {
            throw new InvalidOpeningHoursException("There is no week 54: weeks are numbered from 01 to 53");
        }
        if (from > to) {
            throw new InvalidOpeningHoursException("Weeks '" + range + "' go over the end of the year. Write week 01-"
                    + twoDigits(to) + "," + twoDigits(from) + "-53");
        }
        return new Weeks(from, to, Math.max(1, range.getInterval()));
    }

    private static String twoDigits(int week) {
        return week < 10 ? "0" + week : String.valueOf(week);
    }

    @Override
    public boolean includes(LocalDate date) {
        int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return from <= week && week <= to && (week - from) % step == 0;
    }
}
