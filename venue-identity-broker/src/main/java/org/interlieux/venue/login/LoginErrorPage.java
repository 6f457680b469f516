package org.interlieux.venue.login;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The page of a login that cannot even go to the venue; where Keycloak's own would say nothing that a member can use. */
final class LoginErrorPage {
    private LoginErrorPage() {}

    static ErrorPageException of(
            KeycloakSession session, AuthenticationSessionModel login, String alias, String messageKey) {
        new EventBuilder(login.getRealm(), session, session.getContext().getConnection())
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .client(login.getClient())
                .detail(Details.IDENTITY_PROVIDER, alias)
                .error(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
        return new ErrorPageException(session, login, Response.Status.BAD_GATEWAY, messageKey);
    }
}
