package org.interlieux.venue.picker;

import java.util.List;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenuePage;
import org.interlieux.venue.Venues;
import org.keycloak.models.KeycloakSession;

/**
 * The venues that may be shown and chosen. Hidden and disabled ones, and places without members, are none of them, whoever names them:
 * a search, a cookie, an address or a form.
 */
final class OfferedVenues {
    private static final int MOST_OF_ONE_DOMAIN = 3;

    private final Venues venues;

    OfferedVenues(KeycloakSession session) {
        this.venues = new Venues(session);
    }

    Optional<Venue> byAlias(String alias) {
        return venues.byAlias(alias).filter(Venue::isOffered);
    }

    List<Venue> remembered(RememberedVenues remembered) {
        return remembered.aliases().stream()
                .map(this::byAlias)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Those whose members have addresses like that; none when it is no address. */
    List<Venue> ofAddress(VenueSearch address) {
        return address.domain().stream()
                .flatMap(domain -> venues.byEmailDomain(domain, MOST_OF_ONE_DOMAIN).stream())
                .toList();
    }

    VenuePage find(VenueSearch search, int first, int max) {
        return venues.forLogin(search.text(), first, max);
    }
}
