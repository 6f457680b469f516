package org.interlieux.visit.member;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.interlieux.venue.hours.InvalidOpeningHoursException;
import org.interlieux.venue.hours.VenueHours;
import org.jspecify.annotations.Nullable;

/** Moments as the clock on a venue's wall shows them, in the words of a reader. */
public record VenueClock(ZoneId zone, Locale reader) {

    /**
     * The clock of a venue.
     *
     * @param venue null for one that is gone: the federation's clock
     */
    public static VenueClock of(@Nullable Venue venue, FederationSettings federation, Locale reader) {
        String name = venue == null ? federation.timeZone() : venue.timeZone().orElse(federation.timeZone());
        try {
            return new VenueClock(VenueHours.zone(name), reader);
        } catch (InvalidOpeningHoursException e) {
            // An import does not check it, and nobody should be kept from leaving for that.
            return new VenueClock(ZoneId.of(FederationSettings.TIME_ZONE_BY_DEFAULT), reader);
        }
    }

    /** Such as {@code 9:03 AM}. */
    public String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(reader)
                .format(at(moment));
    }

    /** Such as {@code November 20, 2026}. */
    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(reader)
                .format(at(moment));
    }

    public boolean isSameDay(Instant one, Instant other) {
        return at(one).toLocalDate().equals(at(other).toLocalDate());
    }

    public ZonedDateTime at(Instant moment) {
        return moment.atZone(zone);
    }
}
