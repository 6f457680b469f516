package org.interlieux.venue;

import java.util.Arrays;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;

/** The kinds of venue; each is an identity provider type of the same id. */
public enum VenueType {
    DOKOS("dokos", true),
    OIDC("venue-oidc", true),
    HOST("venue-host", false);

    private final String providerId;
    private final boolean home;

    VenueType(String providerId, boolean home) {
        this.providerId = providerId;
        this.home = home;
    }

    /** The id of the identity provider type in Keycloak. */
    public String providerId() {
        return providerId;
    }

    /** Whether members log in there; a place without members of its own is only ever a host. */
    public boolean isHome() {
        return home;
    }

    public static Optional<VenueType> of(IdentityProviderModel model) {
        return Arrays.stream(values())
                .filter(type -> type.providerId.equals(model.getProviderId()))
                .findFirst();
    }
}
