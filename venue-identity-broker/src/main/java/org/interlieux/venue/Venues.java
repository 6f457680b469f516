package org.interlieux.venue;

import java.util.List;
import java.util.Optional;
import org.interlieux.venue.directory.FoundVenues;
import org.interlieux.venue.directory.VenueDirectory;
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
     * A page of the home venues that members may choose, best match first, then by name.
     *
     * @param search part of a name, abbreviation, city or domain, or an address, of which only the domain counts; empty
     *     for all
     * @param first where the page begins; 0, or what an earlier page said is next
     */
    public VenuePage forLogin(String search, int first, int max) {
        FoundVenues found = directory().offered(session.getContext().getRealm(), search, first, max);
        List<Venue> venues = offered(found.aliases());
        int end = first + found.aliases().size();
        return new VenuePage(
                venues, found.total() - (found.aliases().size() - venues.size()), end < found.total() ? end : -1);
    }

    /** The home venues that members may choose and whose addresses are of this domain. */
    public List<Venue> byEmailDomain(String domain, int max) {
        return offered(directory().byEmailDomain(session.getContext().getRealm(), domain, max));
    }

    /** The directory may lag behind other nodes; what is shown was true a moment ago on this one. */
    private List<Venue> offered(List<String> aliases) {
        return aliases.stream()
                .flatMap(alias -> byAlias(alias).stream())
                .filter(Venue::isOffered)
                .toList();
    }

    private VenueDirectory directory() {
        return session.getProvider(VenueDirectory.class);
    }

    @SuppressWarnings("NullAway") // Keycloak answers null for an unknown identity provider
    private static Optional<Venue> venue(IdentityProviderModel model) {
        return Optional.ofNullable(model).flatMap(Venue::of);
    }
}
