package org.interlieux.venue.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/** A day that comes once a year, as month times 100 plus day of the month. */
@FunctionalInterface
interface YearDay {
    /** A day that this year does not have, such as Feb 29, is in its place between the days around it. */
    int in(int year);

    static int of(LocalDate date) {
        return of(date.getMonthValue(), date.getDayOfMonth());
    }

    static int of(int month, int day) {
        return month * 100 + day;
    }

    static YearDay fixed(int month, int day) {
        return year -> of(month, day);
    }

    /** Such as {@code Oct Su[-1]}; a fifth weekday that the month does not have is beyond the month's end. */
    static YearDay nthWeekDay(int month, DayOfWeek day, int nth) {
        return year -> {
            YearMonth in = YearMonth.of(year, month);
            if (nth > 0) {
                int first = 1
                        + Math.floorMod(
                                day.getValue() - in.atDay(1).getDayOfWeek().getValue(), 7);
                return of(month, first + 7 * (nth - 1));
            }
            int length = in.lengthOfMonth();
            int last = length - Math.floorMod(in.atEndOfMonth().getDayOfWeek().getValue() - day.getValue(), 7);
            return of(month, last + 7 * (nth + 1));
        };
    }
}
