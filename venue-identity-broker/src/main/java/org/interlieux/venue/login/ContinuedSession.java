package org.interlieux.venue.login;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The session of an earlier login that this one goes on with. */
final class ContinuedSession {
    static final String IDENTITY_PROVIDER_NOTE = "identity_provider";

    private ContinuedSession() {}

    /**
     * Usually both have one id. A form that is sent a second time begins a login with an id of its own; then it is the session of
     * the cookie that Keycloak verified in this request.
     */
    static Optional<UserSessionModel> of(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        return Optional.ofNullable(session.sessions()
                        .getUserSession(
                                login.getRealm(), login.getParentSession().getId()))
                .or(() -> Optional.ofNullable(session.getContext().getUserSession()))
                .filter(continued -> user.getId().equals(continued.getUser().getId()));
    }
}
