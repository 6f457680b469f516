package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;

/** Every address of a venue is one that can be called safely, and a member's token has one place to go. */
record AddressCheck(SavedSettings settings) {
    /** What an admin may set by hand in Keycloak's own OpenID Connect section. */
    private static final List<String> ENDPOINTS =
            List.of("authorizationUrl", "tokenUrl", "userInfoUrl", "jwksUrl", "logoutUrl", "tokenIntrospectionUrl");

    void check() {
        Optional<URI> site = settings.url(VenueKeys.SITE_URL);
        refuseIf(
                settings.type() == VenueType.DOKOS && site.isEmpty(),
                "siteUrl is missing: give the address of the venue's Dokos site, such as https://site.example");
        site.ifPresent(uri -> refuseIf(
                uri.getQuery() != null, "siteUrl must be the bare address of the site, without '?' and what follows"));
        settings.url(VenueKeys.DISCOVERY_URL);
        settings.url(VenueKeys.WEBHOOK_URL);
        ENDPOINTS.stream()
                .filter(key -> !DiscoveredEndpoints.isUnset(
                        settings.model().getConfig().get(key)))
                .forEach(settings::url);
        Optional<URI> access = settings.url(VenueKeys.ACCESS_URL);
        if (access.isPresent() && "member-token".equals(settings.credentials())) {
            refuseIf(
                    site.isEmpty(),
                    "siteUrl is missing: with accessCredentials member-token it says which site may get a member's token");
            refuseIf(
                    !VenueUrl.origin(site.get()).equals(VenueUrl.origin(access.get())),
                    "accessUrl must be on the same site as siteUrl while accessCredentials is member-token:"
                            + " a member's token is only ever sent to their own venue");
        }
    }
}
