package org.interlieux.visit.member;

import java.time.Duration;
import java.time.Instant;
import org.interlieux.visit.ledger.Visit;

/**
 * When somebody came and went, as a page shows it on the venue's clock.
 *
 * @param day when they came; empty for today
 * @param leftDay when they went, where that is another day than {@code day}
 * @param leftAt empty while they are there
 * @param length such as {@code 8 h 59 min}; until now while they are there
 * @param exit why it ended; empty while they are there
 */
public record Stay(
        String day, String enteredAt, String leftDay, String leftAt, String length, String exit, boolean estimated) {

    /** As seen at that moment. */
    public static Stay of(Visit visit, VenueClock clock, Instant now) {
        Instant entered = visit.enteredAt();
        Instant left = visit.exitedAt() == null ? now : visit.exitedAt();
        String reason = visit.exitReason();
        return new Stay(
                clock.isSameDay(entered, now) ? "" : clock.day(entered),
                clock.time(entered),
                visit.isOpen() || clock.isSameDay(entered, left) ? "" : clock.day(left),
                visit.isOpen() ? "" : clock.time(left),
                length(Duration.between(entered, left)),
                reason == null ? "" : reason,
                visit.exitEstimated());
    }

    static String length(Duration time) {
        if (time.toMinutes() < 1) {
            return "< 1 min";
        }
        String hours = time.toHours() == 0 ? "" : time.toHours() + " h ";
        String minutes = time.toMinutesPart() == 0 ? "" : time.toMinutesPart() + " min";
        return (hours + minutes).strip();
    }
}
