package org.interlieux.venue;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A Keycloak user made by one venue.
 *
 * @param home where they are registered and log in
 * @param subject who they are there: the {@code sub} that the venue released
 */
public record Member(UserModel user, Venue home, String subject) {

    /** Empty for a user without a home venue, and for one who was linked to several: then nobody could answer for them. */
    public static Optional<Member> of(KeycloakSession session, RealmModel realm, UserModel user) {
        Venues venues = new Venues(session);
        List<Member> homes = session.users()
                .getFederatedIdentitiesStream(realm, user)
                .flatMap(link -> of(venues, user, link).stream())
                .toList();
        return homes.size() == 1 ? Optional.of(homes.get(0)) : Optional.empty();
    }

    private static Optional<Member> of(Venues venues, UserModel user, FederatedIdentityModel link) {
        return venues.byAlias(link.getIdentityProvider()).map(home -> new Member(user, home, link.getUserId()));
    }
}
