package org.interlieux.venue.login;

import java.time.Instant;
import java.util.Optional;
import org.interlieux.venue.VenueType;
import org.keycloak.broker.provider.IdentityProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderFactory;

/**
 * Why a venue's discovery document could not be used when this server last needed it.
 *
 * @param at when it was read
 * @param text for the admin: what is wrong; it may quote the venue, so it is foreign text
 */
public record DiscoveryProblem(Instant at, String text) {

    /** Empty when the last reading succeeded, when none was needed yet, and for a venue without {@code discoveryUrl}. */
    public static Optional<DiscoveryProblem> last(KeycloakSession session, IdentityProviderModel venue) {
        ProviderFactory<?> type = session.getKeycloakSessionFactory()
                .getProviderFactory(IdentityProvider.class, VenueType.OIDC.providerId());
        return type instanceof VenueOidcIdentityProviderFactory oidc
                ? oidc.discovery().problem(venue)
                : Optional.empty();
    }
}
