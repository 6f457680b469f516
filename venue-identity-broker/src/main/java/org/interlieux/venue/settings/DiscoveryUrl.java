package org.interlieux.venue.settings;

import java.util.Map;
import org.interlieux.venue.VenueKeys;
import org.jspecify.annotations.Nullable;

/** The address of an OpenID provider as an admin gives it: its issuer, or its discovery document. */
public final class DiscoveryUrl {
    public static final String WELL_KNOWN = "/.well-known/openid-configuration";

    private DiscoveryUrl() {}

    /** The issuer, as it was written. */
    public static String issuer(String discoveryUrl) {
        String url = discoveryUrl.trim();
        return url.endsWith(WELL_KNOWN) ? url.substring(0, url.length() - WELL_KNOWN.length()) : url;
    }

    /** Whether that is the issuer of that address; one slash at the end makes no difference. */
    public static boolean isIssuerOf(@Nullable String discoveryUrl, @Nullable String issuer) {
        return discoveryUrl != null
                && issuer != null
                && !discoveryUrl.isBlank()
                && withoutSlash(issuer(discoveryUrl)).equals(withoutSlash(issuer.trim()));
    }

    public static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * Writes the issuer down where it follows from the address: Keycloak finds the venue of a back-channel log-out by it
     * alone.
     *
     * @param saved the settings before this change; empty for a new venue
     */
    static void fillInIssuer(Map<String, String> config, Map<String, String> saved) {
        String discoveryUrl = config.getOrDefault(VenueKeys.DISCOVERY_URL, "");
        String issuer = config.getOrDefault(VenueKeys.ISSUER, "");
        boolean derived = issuer.isBlank() || isIssuerOf(saved.get(VenueKeys.DISCOVERY_URL), issuer);
        if (derived && !discoveryUrl.isBlank()) {
            config.put(VenueKeys.ISSUER, issuer(discoveryUrl));
        }
    }
}
