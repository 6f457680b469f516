package org.interlieux.venue.login;

import java.util.Optional;
import java.util.stream.Stream;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether the home venue that a login goes back to stands behind it now. */
public enum HomeStanding {
    /** It does, or the login goes back to no venue. */
    GOOD,
    /** The venue is switched off. */
    DISABLED,
    /** The venue was deleted; another one may have its alias, but knows nobody of the old one's members. */
    GONE;

    /** Of a login at any step: on the way back from a venue, with a cookie, or with an account's own password. */
    public static HomeStanding of(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return alias(session, login, user)
                .map(alias -> ofNamed(session, login, user, alias))
                .orElseGet(() -> ofLinked(session, login, user));
    }

    private static HomeStanding ofNamed(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user, String alias) {
        if (session.identityProviders().getByAlias(alias) == null) {
            return GONE;
        }
        Optional<Venue> venue = new Venues(session).byAlias(alias);
        if (venue.isEmpty()) {
            return GOOD; // a provider of the realm that is no venue; Keycloak answers for it
        }
        if (links(session, login, user).noneMatch(link -> alias.equals(link.getIdentityProvider()))) {
            return GONE;
        }
        return venue.get().enabled() ? GOOD : DISABLED;
    }

    private static HomeStanding ofLinked(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        Venues venues = new Venues(session);
        return links(session, login, user)
                        .flatMap(link -> venues.byAlias(link.getIdentityProvider()).stream())
                        .allMatch(Venue::enabled)
                ? GOOD
                : DISABLED;
    }

    private static Stream<FederatedIdentityModel> links(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return session.users().getFederatedIdentitiesStream(login.getRealm(), user);
    }

    private static Optional<String> alias(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        login, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT))
                .map(SerializedBrokeredIdentityContext::getIdentityProviderId)
                .or(() -> Optional.ofNullable(login.getUserSessionNotes().get(ContinuedSession.IDENTITY_PROVIDER_NOTE)))
                .or(() -> ContinuedSession.of(session, login, user).flatMap(HomeStanding::note));
    }

    private static Optional<String> note(UserSessionModel continued) {
        return Optional.ofNullable(continued.getNote(ContinuedSession.IDENTITY_PROVIDER_NOTE));
    }
}
