package org.interlieux.venue.login;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.Member;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a login knows of the member's home venue, wherever Keycloak keeps it at this step: on the way back from the venue,
 * in the login that goes on, or in the session that a cookie brought.
 */
public final class HomeLogin {
    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final Member member;

    public HomeLogin(KeycloakSession session, AuthenticationSessionModel login, Member member) {
        this.session = session;
        this.login = login;
        this.member = member;
    }

    /**
     * Whether it was the home venue that said who this is. A member who set a password in Keycloak can log in without
     * their venue, which may not know them any more.
     */
    public boolean isConfirmedByHome() {
        return brokeredNow().isPresent()
                || isHome(login.getUserSessionNotes().get(ContinuedSession.IDENTITY_PROVIDER_NOTE))
                || continuedSession().isPresent();
    }

    /**
     * The access token that the home venue gave the member, refreshed when it has run out.
     *
     * @param limit the most that a refresh may take
     * @return empty when there is none
     */
    public Optional<String> memberToken(Duration limit) {
        return brokeredNow()
                .flatMap(this::tokens)
                .map(AccessTokenResponse::getToken)
                .or(() -> noteOfThisLogin(OIDCIdentityProvider.FEDERATED_ACCESS_TOKEN))
                .or(() -> continuedSession().flatMap(continued -> tokenOf(continued, limit)));
    }

    /** The home venue's own word on who this is, for its log-out; empty where it was not kept. */
    Optional<String> idToken() {
        return brokeredNow()
                .flatMap(this::tokens)
                .map(AccessTokenResponse::getIdToken)
                .or(() -> noteOfThisLogin(OIDCIdentityProvider.FEDERATED_ID_TOKEN))
                .or(() -> continuedSession()
                        .map(continued -> continued.getNote(OIDCIdentityProvider.FEDERATED_ID_TOKEN)));
    }

    /**
     * What the home venue released at the last login there.
     *
     * @param path as the venue's setting {@code accessClaim} had it at that login
     * @return the values as text, none when the claim was absent; empty when it was not kept
     */
    public Optional<List<String>> released(String path) {
        return brokeredNow()
                .flatMap(this::claimOf)
                .or(() -> noteOfThisLogin(ReleasedClaim.NOTE))
                .or(() -> continuedSession().map(continued -> continued.getNote(ReleasedClaim.NOTE)))
                .flatMap(ReleasedClaim::read)
                .filter(claim -> claim.path().equals(path))
                .map(ReleasedClaim::values);
    }

    private Optional<SerializedBrokeredIdentityContext> brokeredNow() {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        login, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT))
                .filter(saved -> isHome(saved.getIdentityProviderId()));
    }

    private Optional<AccessTokenResponse> tokens(SerializedBrokeredIdentityContext saved) {
        return saved.deserialize(session, login)
                                .getContextData()
                                .get(OIDCIdentityProvider.FEDERATED_ACCESS_TOKEN_RESPONSE)
                        instanceof AccessTokenResponse tokens
                ? Optional.of(tokens)
                : Optional.empty();
    }

    private Optional<String> claimOf(SerializedBrokeredIdentityContext saved) {
        return saved.deserialize(session, login).getContextData().get(ReleasedClaim.NOTE) instanceof String claim
                ? Optional.of(claim)
                : Optional.empty();
    }

    private Optional<String> noteOfThisLogin(String name) {
        return Optional.ofNullable(login.getUserSessionNotes().get(name))
                .filter(note -> isHome(login.getUserSessionNotes().get(ContinuedSession.IDENTITY_PROVIDER_NOTE)));
    }

    private Optional<UserSessionModel> continuedSession() {
        return ContinuedSession.of(session, login, member.user())
                .filter(continued -> isHome(continued.getNote(ContinuedSession.IDENTITY_PROVIDER_NOTE)));
    }

    private Optional<String> tokenOf(UserSessionModel continued, Duration limit) {
        VenueIdentityProvider venue =
                IdentityBrokerService.getIdentityProvider(session, member.home().model(), VenueIdentityProvider.class);
        return venue == null ? Optional.empty() : venue.memberToken(continued, member.user(), limit);
    }

    private boolean isHome(@Nullable String alias) {
        return member.home().alias().equals(alias);
    }
}
