package org.interlieux.venue.hours;

import java.time.LocalDate;
import java.util.List;

/** One rule: on some days, in some parts of them, it is open or closed. */
record HoursRule(DaySelector days, List<Span> times, boolean open, Kind kind) {

    /** How a rule relates to those before it. */
    enum Kind {
        /** After {@code ;} it says everything about its days. */
        REPLACES,
        /** After {@code ,}, or when it only closes some hours, it leaves the rest of the day as it was. */
        ADDS,
        /** After {@code ||} it counts where it would be closed otherwise. */
        FALLS_BACK
    }

    /**
     * What holds after this rule.
     *
     * @param openBefore what held before it
     * @param minute minutes after today's midnight on the wall clock
     */
    boolean apply(boolean openBefore, LocalDate today, LocalDate yesterday, int minute) {
        boolean isToday = days.includes(today);
        boolean before = openBefore && !(isToday && kind == Kind.REPLACES);
        if (before && kind == Kind.FALLS_BACK) {
            return true;
        }
        boolean says = (isToday && contains(minute)) || (contains(minute + Span.DAY) && days.includes(yesterday));
        return says ? open : before;
    }

    private boolean contains(int minute) {
        for (Span time : times) {
            if (time.contains(minute)) {
                return true;
            }
        }
        return false;
    }
}
