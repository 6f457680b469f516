package org.interlieux.venue.settings;

import java.net.URI;
import java.util.Optional;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.http.ServerOptions;
import org.keycloak.models.IdentityProviderModel;

/** What an admin is about to save for a venue. */
record SavedSettings(IdentityProviderModel model, VenueType type) {

    Optional<String> text(String key) {
        return Optional.ofNullable(model.getConfig().get(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** @throws InvalidVenueException when it is no address that can be used */
    Optional<URI> url(String key) {
        return text(key).map(value -> VenueUrl.check(key, value, ServerOptions.plainHttpHosts()));
    }

    /** How the access question is authenticated. */
    String credentials() {
        return text(VenueKeys.ACCESS_CREDENTIALS).orElse(type == VenueType.DOKOS ? "member-token" : "none");
    }

    static void refuseIf(boolean wrong, String message) {
        if (wrong) {
            throw new InvalidVenueException(message);
        }
    }
}
