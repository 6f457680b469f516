package org.interlieux.venue.settings;

import java.util.List;
import org.interlieux.venue.VenueKeys;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;

/**
 * The console edits a venue of type {@code venue-oidc} with Keycloak's own OpenID Connect section, which saves nothing
 * while certain endpoints are empty. A word stands in them for what is read from {@code discoveryUrl}.
 */
public final class DiscoveredEndpoints {
    static final String WORD = "discovery";

    private static final List<String> DEMANDED = List.of("authorizationUrl", "tokenUrl", "jwksUrl");

    private DiscoveredEndpoints() {}

    /** Whether discovery has to be asked for this endpoint. */
    public static boolean isUnset(@Nullable String endpoint) {
        return endpoint == null || endpoint.isBlank() || WORD.equals(endpoint.trim());
    }

    /** Only for a venue with a {@code discoveryUrl}. */
    static void fillIn(IdentityProviderModel model) {
        if (isUnset(model.getConfig().get(VenueKeys.DISCOVERY_URL))) {
            return;
        }
        DEMANDED.stream().filter(key -> isUnset(model.getConfig().get(key))).forEach(key -> model.getConfig()
                .put(key, WORD));
    }
}
