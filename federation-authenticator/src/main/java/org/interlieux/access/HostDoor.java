package org.interlieux.access;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.interlieux.venue.hours.InvalidOpeningHoursException;
import org.interlieux.venue.hours.VenueHours;
import org.jboss.logging.Logger;

/** Whether a host lets in members of other venues at this hour. */
record HostDoor(Venue host, FederationSettings federation) {
    private static final Logger LOG = Logger.getLogger(HostDoor.class);

    /** Why nobody may enter now; empty while it is open. */
    Optional<Denied> refusal(Instant now) {
        try {
            boolean open = VenueHours.of(host, federation)
                    .map(hours -> hours.isOpen(now))
                    .orElse(true);
            return open ? Optional.empty() : Optional.of(new Denied("closed-now"));
        } catch (InvalidOpeningHoursException e) {
            LOG.warnf(
                    "Venue %s: its opening hours cannot be used, so nobody from another venue can enter. %s",
                    host.alias(), e.getMessage());
            return Optional.of(new Denied("opening-hours-unusable"));
        }
    }

    /** The day and the time of its next opening, in its own time and in the words of the reader. */
    Optional<Opening> nextOpening(Instant closed, Locale reader) {
        try {
            return VenueHours.of(host, federation)
                    .flatMap(hours -> hours.nextOpening(closed))
                    .map(opens -> new Opening(
                            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                                    .withLocale(reader)
                                    .format(opens),
                            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                    .withLocale(reader)
                                    .format(opens)));
        } catch (InvalidOpeningHoursException e) {
            return Optional.empty();
        }
    }

    /** As a page shows it, such as {@code Tuesday, November 24, 2026} and {@code 9:00 AM}. */
    public record Opening(String day, String time) {}
}
