package org.interlieux.venue.login;

import java.util.Optional;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;

/** A Dokos site: every endpoint follows from the address of the site, whatever else the stored configuration says. */
final class DokosConfig extends VenueOpenIdConfig {
    private static final String METHOD = "/api/method/frappe.integrations.oauth2.";

    DokosConfig() {
        super(VenueType.DOKOS);
    }

    DokosConfig(IdentityProviderModel model) {
        super(VenueType.DOKOS, model);
    }

    String siteUrl() {
        String url = Optional.ofNullable(getConfig().get(VenueKeys.SITE_URL))
                .orElse("")
                .trim();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @Override
    public String getAuthorizationUrl() {
        return siteUrl() + METHOD + "authorize";
    }

    @Override
    public String getTokenUrl() {
        return siteUrl() + METHOD + "get_token";
    }

    @Override
    public String getUserInfoUrl() {
        return siteUrl() + METHOD + "openid_profile";
    }

    @Override
    public boolean isDisableUserInfoService() {
        return false;
    }

    /** No version of Frappe has an end-session endpoint. */
    @Override
    public @Nullable String getLogoutUrl() {
        return null;
    }

    @Override
    public String getIssuer() {
        return Optional.ofNullable(getConfig().get(ISSUER))
                .map(String::trim)
                .filter(issuer -> !issuer.isEmpty())
                .orElseGet(this::siteUrl);
    }

    /** Frappe reads Basic authentication as a user's API key. */
    @Override
    public String getClientAuthMethod() {
        return "client_secret_post";
    }
}
