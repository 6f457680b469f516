package org.interlieux.venue.login;

import java.util.Optional;
import org.interlieux.venue.Member;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.services.resources.IdentityBrokerService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Finds the access token that a member's home venue gave them, wherever Keycloak keeps it at this step of a login. */
public final class MemberTokens {
    private static final String IDENTITY_PROVIDER_NOTE = "identity_provider";

    private final KeycloakSession session;

    public MemberTokens(KeycloakSession session) {
        this.session = session;
    }

    /** The token of this login, or of the session that this login continues; empty when there is none. */
    public Optional<String> of(AuthenticationSessionModel login, Member member) {
        return brokeredNow(login, member)
                .or(() -> brokeredInThisLogin(login, member))
                .or(() -> ofTheSession(login, member));
    }

    private Optional<String> brokeredNow(AuthenticationSessionModel login, Member member) {
        SerializedBrokeredIdentityContext saved = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                login, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT);
        if (saved == null || !member.home().alias().equals(saved.getIdentityProviderId())) {
            return Optional.empty();
        }
        BrokeredIdentityContext context = saved.deserialize(session, login);
        return context.getContextData().get(OIDCIdentityProvider.FEDERATED_ACCESS_TOKEN_RESPONSE)
                        instanceof AccessTokenResponse tokens
                ? Optional.ofNullable(tokens.getToken())
                : Optional.empty();
    }

    private static Optional<String> brokeredInThisLogin(AuthenticationSessionModel login, Member member) {
        boolean here = member.home().alias().equals(login.getUserSessionNotes().get(IDENTITY_PROVIDER_NOTE));
        return here
                ? Optional.ofNullable(login.getUserSessionNotes().get(OIDCIdentityProvider.FEDERATED_ACCESS_TOKEN))
                : Optional.empty();
    }

    private Optional<String> ofTheSession(AuthenticationSessionModel login, Member member) {
        UserSessionModel userSession = session.sessions()
                .getUserSession(login.getRealm(), login.getParentSession().getId());
        if (userSession == null
                || !member.user().getId().equals(userSession.getUser().getId())) {
            return Optional.empty();
        }
        IdentityProviderModel model = member.home().model();
        VenueIdentityProvider venue =
                IdentityBrokerService.getIdentityProvider(session, model, VenueIdentityProvider.class);
        return venue == null ? Optional.empty() : venue.memberToken(userSession, member.user());
    }
}
