package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.Venues;
import org.interlieux.venue.hours.InvalidOpeningHoursException;
import org.interlieux.venue.hours.OpeningHours;
import org.interlieux.venue.hours.VenueHours;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** What a venue says about whom it lets in as a host. */
record HostCheck(SavedSettings settings) {
    /** A week: a visit that is open longer was forgotten. */
    private static final int MOST_VISIT_HOURS = 168;

    void check() {
        checkAcceptedVenues();
        checkOpeningHours();
        checkExits();
    }

    /**
     * An import may name a venue that comes later in the file, so there an unknown one only shows in {@code health}; it
     * accepts nobody.
     */
    private void checkAcceptedVenues() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null || Occasion.now() != Occasion.ONE_VENUE) {
            return;
        }
        Venue.of(settings.model()).stream()
                .flatMap(venue -> venue.acceptedHomeVenues().stream())
                .filter(alias -> new Venues(session).byAlias(alias).isEmpty())
                .forEach(alias -> refuseIf(
                        !alias.equals(settings.model().getAlias()),
                        "acceptedHomeVenues names '" + alias + "', which is no venue of this realm: take it out"));
    }

    private void checkOpeningHours() {
        try {
            settings.text(VenueKeys.OPENING_HOURS).ifPresent(OpeningHours::parse);
            settings.text(VenueKeys.TIME_ZONE).ifPresent(VenueHours::zone);
        } catch (InvalidOpeningHoursException e) {
            throw new InvalidVenueException("Opening hours: " + e.getMessage());
        }
    }

    private void checkExits() {
        settings.text(VenueKeys.MAX_VISIT_HOURS)
                .ifPresent(hours -> refuseIf(
                        !hours.matches("[1-9]\\d{0,2}") || Integer.parseInt(hours) > MOST_VISIT_HOURS,
                        "maxVisitHours must be a number of hours from 1 to " + MOST_VISIT_HOURS + " (it is '" + hours
                                + "')"));
        settings.text(VenueKeys.EXIT_ON_SESSION_EXPIRY)
                .ifPresent(choice -> refuseIf(
                        !choice.equals("true") && !choice.equals("false"),
                        "exitOnSessionExpiry must be true or false (it is '" + choice + "')"));
    }
}
