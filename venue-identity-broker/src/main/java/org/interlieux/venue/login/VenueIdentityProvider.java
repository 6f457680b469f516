package org.interlieux.venue.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.newcomer.Newcomers;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Logging in at a home venue: Keycloak's OpenID Connect broker, with every answer of the venue checked by us and its calls
 * guarded.
 */
public abstract class VenueIdentityProvider extends BrowserLoginProvider {
    private final LoginRefusals refusals;
    private final CallbackRules rules;
    private final BrokeredMember members;
    private final GuardedRequests requests;
    private Duration refreshLimit = GuardedRequests.TIME_LIMIT;

    VenueIdentityProvider(KeycloakSession session, VenueOpenIdConfig config) {
        super(session, config);
        this.refusals = new LoginRefusals(config.getAlias());
        this.rules = new CallbackRules(config, refusals);
        this.members = new BrokeredMember(config, refusals);
        this.requests = new GuardedRequests(session, refusals);
    }

    /**
     * The member's own access token of a login session, refreshed when it has run out.
     *
     * @param limit the most that a refresh may take
     * @return empty when the session was not started at this venue, or the venue gives no new token
     */
    public Optional<String> memberToken(UserSessionModel userSession, UserModel user, Duration limit) {
        if (!getConfig().getAlias().equals(userSession.getNote("identity_provider"))
                || userSession.getNote(FEDERATED_ACCESS_TOKEN) == null) {
            return Optional.empty();
        }
        refreshLimit = limit; // Keycloak asks for the refresh request without a parameter of ours
        try (Response answer = exchangeSessionToken(session.getContext().getUri(), null, null, userSession, user)) {
            return answer.getStatus() == 200 && answer.getEntity() instanceof AccessTokenResponse token
                    ? Optional.ofNullable(token.getToken())
                    : Optional.empty();
        } catch (RuntimeException e) {
            // Keycloak throws whatever an odd or missing answer leads to. Its text may quote that answer, so only
            // its kind is logged; without a token the venue is simply not asked.
            logger.warnf(
                    "Venue %s: a member's token could not be refreshed (%s)",
                    getConfig().getAlias(),
                    e.getCause() == null ? e.getClass() : e.getCause().getClass());
            return Optional.empty();
        }
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return new GuardedEndpoint(callback, realm, event, this);
    }

    /** Where discovery failed, the member reads that, within the time that discovery may take. */
    @Override
    public Response performLogin(AuthenticationRequest request) {
        try {
            rules.checkEndpoints();
        } catch (IdentityBrokerException e) {
            throw LoginErrorPage.of(
                    session, request.getAuthenticationSession(), getConfig().getAlias(), e.getMessageCode());
        }
        rules.send(request.getAuthenticationSession());
        return super.performLogin(request);
    }

    /** What Keycloak says of an answer that it cannot use is for the admin; the member reads what they can do. */
    @Override
    public BrokeredIdentityContext getFederatedIdentity(String response) {
        try {
            return super.getFederatedIdentity(response);
        } catch (IdentityBrokerException e) {
            throw e.getMessageCode() == null
                    ? refuse(VenueMessages.ID_TOKEN, "Its answer cannot be used: " + e.getMessage())
                    : e;
        }
    }

    /** Keycloak throws whatever a text that is no token leads to. */
    @Override
    protected String parseTokenInput(String encodedToken, boolean shouldBeSigned) {
        try {
            return super.parseTokenInput(encodedToken, shouldBeSigned);
        } catch (IdentityBrokerException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IdentityBrokerException("it is no token");
        }
    }

    @Override
    protected JsonWebToken validateToken(@Nullable String encodedToken, boolean ignoreAudience) {
        if (isBlank(getConfig().getIssuer())) {
            throw refuse(VenueMessages.ID_TOKEN, "It is not known who issues its tokens: set issuer or discoveryUrl");
        }
        try {
            return super.validateToken(encodedToken, ignoreAudience);
        } catch (IdentityBrokerException e) {
            throw refuse(VenueMessages.ID_TOKEN, IdTokenRules.advice(String.valueOf(e.getMessage())));
        }
    }

    /** Builds the member's identity from what was checked, instead of letting userinfo replace the id_token's subject. */
    @Override
    protected BrokeredIdentityContext extractIdentity(
            AccessTokenResponse tokenResponse, String accessToken, JsonWebToken idToken) throws IOException {
        IdTokenRules.problem(idToken).ifPresent(problem -> {
            throw refuse(problem.messageKey(), problem.whatToDo());
        });
        JsonNode userInfo = userInfo(accessToken).orElse(MissingNode.getInstance());
        String subject = userInfo.path("sub").asText(null); // as it is: Keycloak's own reading would trim it
        if (!userInfo.isMissingNode() && isBlank(subject)) {
            throw refuse(
                    VenueMessages.NO_SUBJECT,
                    "Its userinfo names no subject: this member's account there has no 'sub'");
        }
        if (!userInfo.isMissingNode() && !idToken.getSubject().equals(subject)) {
            throw refuse(
                    VenueMessages.ID_TOKEN,
                    "Its userinfo is about somebody else than its id_token (OpenID Connect Core, section 5.3.2)");
        }
        BrokeredIdentityContext identity = members.identity(idToken, userInfo, tokenResponse);
        processAccessTokenResponse(identity, tokenResponse);
        return identity;
    }

    /** The venue's userinfo; empty where the venue has none. */
    private Optional<JsonNode> userInfo(String accessToken) {
        if (getConfig().isDisableUserInfoService() || isBlank(getConfig().getUserInfoUrl())) {
            return Optional.empty();
        }
        String answer = requests.userInfo(getConfig().getUserInfoUrl(), accessToken);
        return Optional.of(new UserInfo(refusals).claims(answer, signed -> parseTokenInput(signed, true)));
    }

    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession keycloakSession, RealmModel realm, BrokeredIdentityContext context) {
        try {
            super.preprocessFederatedIdentity(keycloakSession, realm, context);
        } catch (ErrorResponseException | IdentityBrokerException e) {
            throw refuse(VenueMessages.ID_TOKEN, "Its id_token does not carry the nonce of this login");
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (login.getAuthNote(IdentityBrokerService.LINKING_IDENTITY_PROVIDER) != null
                || Boolean.parseBoolean(login.getAuthNote(IdpLinkAction.KC_ACTION_LINKING_IDENTITY_PROVIDER))) {
            throw refuse(VenueMessages.LINKING, "Somebody tried to link this venue to an existing account");
        }
    }

    @Override
    public void authenticationFinished(AuthenticationSessionModel login, BrokeredIdentityContext context) {
        super.authenticationFinished(login, context);
        if (context.getContextData().get(ReleasedClaim.NOTE) instanceof String claim) {
            login.setUserSessionNote(ReleasedClaim.NOTE, claim);
        }
    }

    @Override
    public void importNewUser(
            KeycloakSession keycloakSession, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        new Newcomers(keycloakSession, Clock.systemUTC()).add(realm, user.getId());
    }

    /**
     * Leaving a host venue is not logging out at home, and must not wait for the home venue to send anybody back. Any other
     * log-out ends the home venue's session too, where the venue has an address for that.
     */
    @Override
    public @Nullable Response keycloakInitiatedBrowserLogout(
            KeycloakSession keycloakSession, UserSessionModel userSession, UriInfo uriInfo, RealmModel realm) {
        ClientModel client = keycloakSession.getContext().getClient();
        return client != null && BadgeClient.of(keycloakSession, client).isPresent()
                ? null
                : super.keycloakInitiatedBrowserLogout(keycloakSession, userSession, uriInfo, realm);
    }

    @Override
    protected SimpleHttpRequest getRefreshTokenRequest(
            KeycloakSession keycloakSession, String refreshToken, String clientId, String clientSecret) {
        return requests.refresh(
                super.getRefreshTokenRequest(keycloakSession, refreshToken, clientId, clientSecret), refreshLimit);
    }

    IdentityBrokerException refuse(String messageKey, String whatToDo) {
        return refusals.of(messageKey, whatToDo);
    }

    static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Keycloak's endpoint, with the token request sent through our guarded client, and a way on after a refusal. */
    protected static final class GuardedEndpoint extends OIDCEndpoint {
        private final VenueIdentityProvider venue;

        GuardedEndpoint(
                UserAuthenticationIdentityProvider.AuthenticationCallback callback,
                RealmModel realm,
                EventBuilder event,
                VenueIdentityProvider venue) {
            super(callback, realm, event, venue);
            this.venue = venue;
        }

        /** Keycloak's page for a refusal is the end of the login; the member may choose again instead, and reads why. */
        @Override
        public Response authResponse(String state, String authorizationCode, String error, String errorDescription) {
            Response answer = super.authResponse(state, authorizationCode, error, errorDescription);
            return venue.refusals
                    .last()
                    .filter(reason -> mayChooseAgain(reason))
                    .map(reason -> callback.error(venue.getConfig(), reason))
                    .orElse(answer);
        }

        /** Not where somebody is logged in: the flow would go on as that person, as if nothing had been refused. */
        private boolean mayChooseAgain(String reason) {
            AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
            return !VenueMessages.LINKING.equals(reason)
                    && login != null
                    && new AuthenticationSessionManager(session).getUserSession(login) == null;
        }

        @Override
        public Response logoutResponse(String state) {
            return HomeLogout.continued(session, realm, state).orElseGet(() -> super.logoutResponse(state));
        }

        @Override
        public SimpleHttpRequest generateTokenRequest(String authorizationCode) {
            venue.rules.checkEndpoints();
            venue.rules.checkAsked(session.getContext().getAuthenticationSession());
            venue.rules.checkIssuer(
                    session.getContext().getUri().getQueryParameters().getFirst("iss"));
            return venue.requests.tokens(super.generateTokenRequest(authorizationCode));
        }
    }
}
