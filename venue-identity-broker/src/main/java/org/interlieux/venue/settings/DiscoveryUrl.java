package org.interlieux.venue.settings;

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
}
