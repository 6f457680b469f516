package org.interlieux.venue.hours;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;

/** The opening hours of a host venue, on the clock of its own time zone. */
public record VenueHours(OpeningHours hours, ZoneId zone) {
    /** How far ahead the next opening is looked for, in days. */
    private static final int DAYS_AHEAD = 14;

    /** The names of the IANA time zone database; without offsets such as {@code +02:00}, which know no summer time. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /**
     * Empty when the venue is always open.
     *
     * @throws InvalidOpeningHoursException when what is stored cannot be used; an import does not check all of it
     */
    public static Optional<VenueHours> of(Venue host, FederationSettings federation) {
        return host.openingHours()
                .map(OpeningHours::parse)
                .map(hours -> new VenueHours(hours, zone(host.timeZone().orElse(federation.timeZone()))));
    }

    /**
     * Reads the name of a time zone.
     *
     * @throws InvalidOpeningHoursException when there is no such zone in the IANA database
     */
    public static ZoneId zone(String id) {
        if (!ZONES.contains(id)) {
            throw new InvalidOpeningHoursException(
                    "timeZone must be the name of a time zone, such as Europe/Paris (it is '" + id + "')");
        }
        return ZoneId.of(id);
    }

    public boolean isOpen(Instant at) {
        return hours.isOpen(at.atZone(zone));
    }

    /** When it opens next, in its own time; empty when that is not in the next 14 days. */
    public Optional<ZonedDateTime> nextOpening(Instant closed) {
        return hours.nextOpening(closed.atZone(zone), DAYS_AHEAD);
    }
}
