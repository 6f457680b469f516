package org.interlieux.venue.hours;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the next opening where it can be: at the minutes named in the rules, at midnight, when clocks change. */
record NextOpening(OpeningHours hours, List<Integer> minutes, ZonedDateTime closed) {

    Optional<ZonedDateTime> within(int days) {
        ZonedDateTime limit = closed.plusDays(days);
        return Stream.iterate(closed.toLocalDate(), date -> date.plusDays(1))
                .limit(days + 1L)
                .flatMap(this::candidates)
                .filter(moment -> moment.isAfter(closed) && !moment.isAfter(limit))
                .filter(hours::isOpen)
                .findFirst();
    }

    private Stream<ZonedDateTime> candidates(LocalDate date) {
        Stream<ZonedDateTime> named = minutes.stream()
                .map(minute -> date.atStartOfDay().plusMinutes(minute))
                .flatMap(this::moments);
        return Stream.concat(named, changeOfClocks(date)).sorted(Comparator.comparing(ZonedDateTime::toInstant));
    }

    /** A local time comes once, twice when clocks go back, and not at all when they go forward. */
    private Stream<ZonedDateTime> moments(LocalDateTime local) {
        return rules().getValidOffsets(local).stream()
                .map(offset -> ZonedDateTime.ofInstant(local, offset, closed.getZone()));
    }

    private Stream<ZonedDateTime> changeOfClocks(LocalDate date) {
        // A second earlier: clocks may change at midnight itself.
        ZoneOffsetTransition next = rules().nextTransition(
                        date.atStartOfDay(closed.getZone()).toInstant().minusSeconds(1));
        return Stream.ofNullable(next)
                .map(change -> change.getInstant().atZone(closed.getZone()))
                .filter(moment -> moment.toLocalDate().equals(date));
    }

    private ZoneRules rules() {
        return closed.getZone().getRules();
    }
}
