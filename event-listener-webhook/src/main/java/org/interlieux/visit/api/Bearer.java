package org.interlieux.visit.api;

import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.Venue;
import org.interlieux.visit.member.FederationRealm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.util.TokenUtil;

/** Who asks, by their access token. */
record Bearer(KeycloakSession session, AuthResult token) {
    private static final String MY_VISITS = "my-visits";

    /**
     * Looks at the request.
     *
     * @throws NotFoundException in a realm without venues
     * @throws Unauthorized without a good token
     */
    static Bearer of(KeycloakSession session) {
        FederationRealm.require(session);
        AuthResult token;
        try {
            token = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        } catch (NotAuthorizedException e) {
            throw new Unauthorized("The Authorization header has no Bearer token");
        }
        if (token == null) {
            throw new Unauthorized("Send a valid access token as Bearer token");
        }
        return new Bearer(session, token);
    }

    /** The venue that the token's client speaks for: only its own service account does, with a token that was meant for it. */
    Venue venue() {
        ClientModel client = token.client();
        if (!client.getId().equals(token.user().getServiceAccountClientLink())
                || !token.token().hasAudience(client.getClientId())) {
            throw forbidden("Use a token of the badge client's own service account, with the client in its audience");
        }
        return BadgeClient.of(session, client)
                .flatMap(BadgeClient::host)
                .orElseThrow(() -> forbidden("This client is no badge client of an enabled venue"));
    }

    /** The member whom the token is about. */
    UserModel member() {
        if (!TokenUtil.hasScope(token.token().getScope(), MY_VISITS)) {
            throw forbidden("The token lacks the scope " + MY_VISITS);
        }
        return token.user();
    }

    private static ErrorResponseException forbidden(String description) {
        return new ErrorResponseException("insufficient_scope", description, Response.Status.FORBIDDEN);
    }
}
