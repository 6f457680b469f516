package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Weekdays such as {@code We}, {@code Mo-Fr} or, over the week's end, {@code Sa-Mo}. */
record WeekDays(DayOfWeek from, DayOfWeek to) implements DaySelector {

    static DaySelector of(WeekDayRange range) {
        DayOfWeek from = dayOfWeek(range.getStartDay());
        List<Nth> nths = range.getNths();
        if (nths != null) {
            return DaySelector.anyOf(nths.stream()
                    .map(nth -> NthWeekDay.of(from, nth, range.getOffset()))
                    .toList());
        }
        return new WeekDays(from, range.getEndDay() == null ? from : dayOfWeek(range.getEndDay()));
    }

    static DayOfWeek dayOfWeek(WeekDay day) {
        return Arrays.stream(DayOfWeek.values())
                .filter(named -> named.name().startsWith(day.name()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean includes(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        boolean afterStart = day.compareTo(from) >= 0;
        boolean beforeEnd = day.compareTo(to) <= 0;
        return from.compareTo(to) <= 0 ? afterStart && beforeEnd : afterStart || beforeEnd;
    }
}
