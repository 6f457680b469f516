package org.interlieux.venue.hours;

import java.time.LocalDate;

/** Days from one date to another, both included. */
sealed interface Dates extends DaySelector {

    /** Every year, such as {@code Jul-Aug} or, over the year's end, {@code Dec 24-Jan 02}. */
    record Yearly(YearDay from, YearDay to) implements Dates {
        @Override
        public boolean includes(LocalDate date) {
            int day = YearDay.of(date);
            int first = from.in(date.getYear());
            int last = to.in(date.getYear());
            return first <= last ? first <= day && day <= last : first <= day || day <= last;
        }
    }

    /** Once, such as {@code 2026 Dec 24-2027 Jan 02}; days are written like 20261224. */
    record Once(int first, int last) implements Dates {
        static int day(int year, int yearDay) {
            return year * 10_000 + yearDay;
        }

        @Override
        public boolean includes(LocalDate date) {
            int day = day(date.getYear(), YearDay.of(date));
            return first <= day && day <= last;
        }
    }
}
