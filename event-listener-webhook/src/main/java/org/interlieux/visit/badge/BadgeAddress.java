package org.interlieux.visit.badge;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.interlieux.venue.Venue;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;

/**
 * Where a venue's badge page is, as members' browsers know it, and what is below it. Each page has a path of its own, so that its
 * choice of languages leads back to it.
 */
public record BadgeAddress(KeycloakSession session, Venue venue) {
    static final String PATH = "badge";

    /** What comes back with every answer to a login, and tells it from a visitor. */
    static final String ANSWER = OAuth2Constants.STATE;

    private static final String ANSWER_VALUE = "login";

    /** What the code at the door holds; also where logins come back to. */
    public URI page() {
        return realm().path(PATH).path("{venue}").build(name(), venue.alias());
    }

    URI left(String visitId) {
        return realm().path(PATH).path("{venue}/left/{visit}").build(name(), venue.alias(), visitId);
    }

    URI afterLogin(BadgeState state) {
        return realm().path(PATH).path("{venue}/login/{state}").build(name(), venue.alias(), state.word());
    }

    /**
     * Where a login at this badge client begins. Nobody wants tokens, so none are asked for, and no code stands in an address. The
     * answer is not believed, whoever sends it: who is here is read from the login's cookie and the table, so that a
     * {@code state} has nothing to protect.
     */
    URI login(String clientId) {
        return OIDCLoginProtocolService.authUrl(base())
                .queryParam(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OIDCResponseType.NONE)
                .queryParam(OIDCLoginProtocol.CLIENT_ID_PARAM, "{client}")
                .queryParam(OIDCLoginProtocol.REDIRECT_URI_PARAM, "{page}")
                .queryParam(OIDCLoginProtocol.SCOPE_PARAM, OAuth2Constants.SCOPE_OPENID)
                .queryParam(ANSWER, ANSWER_VALUE)
                .build(name(), clientId, page());
    }

    private UriBuilder realm() {
        return RealmsResource.realmBaseUrl(base());
    }

    private UriBuilder base() {
        return session.getContext().getUri(UrlType.FRONTEND).getBaseUriBuilder();
    }

    private String name() {
        return session.getContext().getRealm().getName();
    }
}
