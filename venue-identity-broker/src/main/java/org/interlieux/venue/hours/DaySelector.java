package org.interlieux.venue.hours;

import java.time.LocalDate;
import java.util.List;

/** Which days a rule is about. */
@FunctionalInterface
interface DaySelector {
    DaySelector EVERY_DAY = date -> true;

    boolean includes(LocalDate date);

    default DaySelector and(DaySelector other) {
        if (this == EVERY_DAY) {
            return other;
        }
        return other == EVERY_DAY ? this : date -> includes(date) && other.includes(date);
    }

    static DaySelector anyOf(List<? extends DaySelector> selectors) {
        if (selectors.size() == 1) {
            return selectors.get(0);
        }
        return date -> {
            for (DaySelector selector : selectors) {
                if (selector.includes(date)) {
                    return true;
                }
            }
            return false;
        };
    }
}
