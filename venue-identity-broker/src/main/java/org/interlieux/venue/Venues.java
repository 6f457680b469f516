package org.interlieux.venue;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** The venues of the session's realm. */
public final class Venues {
    private final KeycloakSession session;

    public Venues(KeycloakSession session) {
        this.session = session;
    }

    public Optional<Venue> byAlias(String alias) {
        return venue(session.identityProviders().getByAlias(alias));
    }

    /** Finds a venue by its internal id. */
    public Optional<Venue> byId(String id) {
        return venue(session.identityProviders().getById(id));
    }

    /**
     * The home venues that may be chosen, in the order of their aliases.
     *
     * @param search part of a name or alias; empty for all
     */
    public Stream<Venue> forLogin(String search, int first, int max) {
        return HomeVenueQuery.run(session.identityProviders(), search, first, max)
                .map(Venues::venue)
                .flatMap(Optional::stream)
                .filter(Venue::isLoginPossible);
    }

    @SuppressWarnings("NullAway") // Keycloak answers null for an unknown identity provider
    private static Optional<Venue> venue(IdentityProviderModel model) {
        return Optional.ofNullable(model).filter(Objects::nonNull).flatMap(Venue::of);
    }
}
