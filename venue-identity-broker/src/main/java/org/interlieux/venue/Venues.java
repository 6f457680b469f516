package org.interlieux.venue;

import java.util.List;
import java.util.Optional;
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
     * A page of the home venues that may be chosen, in the order of their aliases.
     *
     * @param search part of a name or alias; empty for all
     * @param first where the page begins; 0, or what an earlier page said is next
     */
    public VenuePage forLogin(String search, int first, int max) {
        List<IdentityProviderModel> rows = HomeVenueQuery.run(session.identityProviders(), search, first, max + 1)
                .toList();
        List<Venue> venues = rows.stream()
                .limit(max)
                .map(Venues::venue)
                .flatMap(Optional::stream)
                .filter(Venue::isLoginPossible)
                .toList();
        return new VenuePage(venues, rows.size() > max ? first + max : -1);
    }

    @SuppressWarnings("NullAway") // Keycloak answers null for an unknown identity provider
    private static Optional<Venue> venue(IdentityProviderModel model) {
        return Optional.ofNullable(model).flatMap(Venue::of);
    }
}
