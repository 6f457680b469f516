package org.interlieux.venue.login;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.IdentityProviderType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** Keycloak's OpenID Connect broker with its abilities beyond a browser login switched off. */
abstract class BrowserLoginProvider extends OIDCIdentityProvider {
    BrowserLoginProvider(KeycloakSession session, OIDCIdentityProviderConfig config) {
        super(session, config);
    }

    @Override
    public boolean isType(KeycloakSession keycloakSession, IdentityProviderType type) {
        return type == IdentityProviderType.USER_AUTHENTICATION;
    }

    /** A member who logs in is a browser's user, never a token that somebody presents. */
    @Override
    protected boolean supportsExternalExchange() {
        return false;
    }

    @Override
    protected @Nullable BrokeredIdentityContext exchangeExternalImpl(
            EventBuilder event, MultivaluedMap<String, String> params) {
        return null;
    }

    /** Where a log-out happens without the member's browser, the home venue is not called: nobody waits for it. */
    @Override
    public void backchannelLogout(
            KeycloakSession keycloakSession, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {}
}
