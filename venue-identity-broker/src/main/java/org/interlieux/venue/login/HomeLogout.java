package org.interlieux.venue.login;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.interlieux.venue.Member;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Logging out at the home venue in the middle of a login, for a member who was refused and has another account there. The login then
 * begins anew. OpenID Connect RP-Initiated Logout 1.0, section 2.
 */
public final class HomeLogout {
    /** Tells the way back from that of a log-out that Keycloak started, whose state is the id of a session. */
    private static final String STATE = "login.";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    public HomeLogout(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** Where the browser goes for it; empty where the venue has no address for that, or the member is not logged in there. */
    public Optional<URI> address(Member member) {
        HomeLogin atHome = new HomeLogin(session, login, member);
        VenueIdentityProvider venue =
                IdentityBrokerService.getIdentityProvider(session, member.home().model(), VenueIdentityProvider.class);
        return venue == null || !atHome.isConfirmedByHome()
                ? Optional.empty()
                : Optional.ofNullable(venue.getConfig().getLogoutUrl())
                        .filter(url -> !url.isBlank())
                        .map(url -> address(url, venue.getConfig(), atHome));
    }

    private URI address(String logoutUrl, OIDCIdentityProviderConfig venue, HomeLogin atHome) {
        UriBuilder address = UriBuilder.fromUri(logoutUrl)
                .queryParam("state", STATE + login.getClient().getId() + "." + login.getTabId())
                .queryParam("post_logout_redirect_uri", wayBack(venue.getAlias()));
        if (venue.isSendIdTokenOnLogout()) {
            atHome.idToken().ifPresent(token -> address.queryParam("id_token_hint", token));
        }
        if (venue.isSendClientIdOnLogout()) {
            address.queryParam("client_id", venue.getClientId());
        }
        return address.build();
    }

    /** The one address that a venue knows for the end of a log-out. */
    private URI wayBack(String alias) {
        URI endpoint = Urls.identityProviderAuthnResponse(
                session.getContext().getUri().getBaseUri(),
                alias,
                session.getContext().getRealm().getName());
        return UriBuilder.fromUri(endpoint).path("logout_response").build();
    }

    /** Back from there: the beginning of the login of this browser that the state names. Empty for any other state. */
    static Optional<Response> continued(KeycloakSession session, RealmModel realm, @Nullable String state) {
        if (state == null || !state.startsWith(STATE)) {
            return Optional.empty();
        }
        String[] parts = state.substring(STATE.length()).split("\\.", 2);
        ClientModel client = parts.length == 2 ? realm.getClientById(parts[0]) : null;
        return client == null
                ? Optional.empty()
                : Optional.ofNullable(new AuthenticationSessionManager(session)
                                .getCurrentAuthenticationSession(realm, client, parts[1]))
                        .map(login ->
                                Response.seeOther(beginning(session, login)).build());
    }

    private static URI beginning(KeycloakSession session, AuthenticationSessionModel login) {
        return Urls.realmLoginRestartPage(
                session.getContext().getUri().getBaseUri(),
                login.getRealm().getName(),
                login.getClient().getClientId(),
                login.getTabId(),
                AuthenticationProcessor.getClientData(session, login),
                false);
    }
}
