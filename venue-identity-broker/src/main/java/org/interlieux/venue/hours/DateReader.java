package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Month;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads dates and date ranges, and refuses those that move with something else than the calendar. */
final class DateReader {
    /** Any leap year: it has every day that a date may name. */
    private static final int LEAP_YEAR = 2024;

    private final DateRange range;

    private DateReader(DateRange range) {
        this.range = range;
    }

    static DaySelector read(DateRange range) {
        return new DateReader(range).read();
    }

    private DaySelector read() {
        DateWithOffset start = range.getStartDate();
        DateWithOffset end = range.getEndDate();
        check(start);
        Month month = start.getMonth();
        YearDay from = yearDay(start, month, true);
        if (end == null) {
            return dates(start, from, start, yearDay(start, month, false));
        }
        check(end);
        return dates(start, from, end, yearDay(end, end.getMonth() == null ? month : end.getMonth(), false));
    }

    private DaySelector dates(DateWithOffset start, YearDay from, DateWithOffset end, YearDay to) {
        if (start.undefinedYear()) {
            refuseIf(!end.undefinedYear(), "has a year at its end only. Give its start a year too");
            return new Dates.Yearly(from, to);
        }
        int firstYear = Years.check(start.getYear());
        int lastYear = end.undefinedYear() ? firstYear : Years.check(end.getYear());
        Dates.Once once = new Dates.Once(
                Dates.Once.day(firstYear, from.in(firstYear)), Dates.Once.day(lastYear, to.in(lastYear)));
        refuseIf(once.first() > once.last(), "ends before it starts. Give both dates, each with its year");
        return once;
    }

    private YearDay yearDay(DateWithOffset date, @Nullable Month named, boolean start) {
        if (named == null) {
            throw refused("lacks a month. Write dates like Dec 24 or 2026 Dec 24");
        }
        int month = number(named);
        if (date.getNthWeekDay() != null) {
            return YearDay.nthWeekDay(month, WeekDays.dayOfWeek(date.getNthWeekDay()), date.getNth());
        }
        int length = YearMonth.of(LEAP_YEAR, month).lengthOfMonth();
        if (date.getDay() == DateWithOffset.UNDEFINED_MONTH_DAY) {
            return YearDay.fixed(month, start ? 1 : length);
        }
        refuseIf(date.getDay() > length, "has a day that does not exist: " + named + " has " + length + " days");
        return YearDay.fixed(month, date.getDay());
    }

    private static int number(Month month) {
        return Arrays.stream(java.time.Month.values())
                .filter(named -> named.name().startsWith(month.name()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void check(DateWithOffset date) {
        refuseIf(
                date.getVarDate() != null,
                "depends on Easter, which is not supported. Write the date of each year, such" + " as 2027 Mar 29 off");
        refuseIf(
                date.getWeekDayOffset() != null || date.getDayOffset() != 0,
                "counts from another date, which is not supported. Write the dates themselves");
        refuseIf(
                date.isOpenEnded(),
                "has no end, which is not supported. Write the last day too, or a year such as 2027+");
        refuseIf(range.getInterval() != 0, "leaves out months by '/', which is not supported. Write a list of months");
    }

    private void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw refused(why);
        }
    }

    private InvalidOpeningHoursException refused(String why) {
        return new InvalidOpeningHoursException("The date '" + range + "' " + why);
    }
}
