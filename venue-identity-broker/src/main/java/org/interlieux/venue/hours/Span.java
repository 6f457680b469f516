package org.interlieux.venue.hours;

import ch.poole.openinghoursparser.TimeSpan;
import java.util.List;

/**
 * A part of a day on the wall clock.
 *
 * @param from minutes after midnight
 * @param until minutes after the same midnight, not included; above 1440 it goes on after the next midnight
 */
record Span(int from, int until) {
    static final int DAY = 24 * 60;
    static final List<Span> WHOLE_DAY = List.of(new Span(0, DAY));

    static Span of(TimeSpan time) {
        refuseIf(
                time.getStartEvent() != null || time.getEndEvent() != null,
                time,
                "depends on the sun, which is not supported. Write clock times such as 08:00-18:00");
        refuseIf(
                time.isOpenEnded(),
                time,
                "has no certain end, which is not supported. Write when it closes, such as 18:00-23:00");
        refuseIf(
                time.getEnd() == TimeSpan.UNDEFINED_TIME || time.getInterval() != 0,
                time,
                "is for points in time. Write from when until when it is open, such as 09:00-18:00");
        refuseIf(time.getStart() == time.getEnd(), time, "is empty. Write 00:00-24:00 for the whole day");
        refuseIf(time.getStart() >= DAY, time, "starts after midnight. Write it as a rule of the next day");
        refuseIf(time.getEnd() > 2 * DAY, time, "is too long; it may end at 48:00 at most");
        return new Span(time.getStart(), time.getEnd());
    }

    boolean contains(int minute) {
        return from <= minute && minute < until;
    }

    private static void refuseIf(boolean wrong, TimeSpan time, String why) {
        if (wrong) {
            throw new InvalidOpeningHoursException("The time '" + time + "' " + why);
        }
    }
}
