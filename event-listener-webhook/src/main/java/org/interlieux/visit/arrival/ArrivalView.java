package org.interlieux.visit.arrival;

import java.util.Optional;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.claims.ShownMember;
import org.interlieux.venue.picker.VenueCard;
import org.interlieux.visit.ledger.Visit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What the arrival page's template shows.
 *
 * @param memberName empty when the venue released none
 * @param shownToHost what the host venue will read as the member's name, empty for none
 * @param movingFrom the venue where an open visit will end, empty when there is none
 * @param hasEmail whether the home venue released an address, which it will read again
 * @param homeIsTold whether the home venue receives this visit
 * @param hostIsTold whether the host venue receives this visit
 * @param atHome whether home and host are the same venue
 */
public record ArrivalView(
        String memberName,
        VenueCard home,
        VenueCard host,
        String shownToHost,
        String movingFrom,
        boolean hasEmail,
        boolean homeIsTold,
        boolean hostIsTold,
        boolean atHome) {

    static ArrivalView of(KeycloakSession session, UserModel user, Venue home, Venue host, Optional<Visit> open) {
        return new ArrivalView(
                ShownMember.fullName(user).orElse(""),
                VenueCard.of(home),
                VenueCard.of(host),
                FederationSettings.of(session.getContext().getRealm())
                        .hostSeesMember()
                        .of(user)
                        .orElse(""),
                open.flatMap(visit -> new Venues(session).byId(visit.hostVenueId()))
                        .map(Venue::name)
                        .orElse(""),
                user.getEmail() != null,
                home.webhookUrl().isPresent(),
                host.webhookUrl().isPresent(),
                home.id().equals(host.id()));
    }
}
