package org.interlieux.visit.member;

import java.util.Locale;
import java.util.Optional;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.visit.ledger.RemovedVenues;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * Where somebody was; the venue may be gone.
 *
 * @param venue null when it is gone
 */
record VisitedVenue(String name, @Nullable Venue venue, VenueClock clock) {
    /** In characters. */
    private static final int LONGEST = 80;

    static VisitedVenue of(KeycloakSession session, String id, Locale reader) {
        Optional<Venue> venue = new Venues(session).byId(id);
        String name = venue.map(Venue::name)
                .or(() -> new RemovedVenues(session).byId(id).map(RemovedVenues.RemovedVenue::name))
                .orElse(id);
        FederationSettings federation =
                FederationSettings.of(session.getContext().getRealm());
        return new VisitedVenue(
                ForeignText.clean(name, LONGEST).orElse(id),
                venue.orElse(null),
                VenueClock.of(venue.orElse(null), federation, reader));
    }
}
