package org.interlieux.venue.claims;

import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.encode.TokenContextEncoderProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** How a client came to a token. */
record TokenOrigin(KeycloakSession session, ClientSessionContext context) {
    /**
     * Whether it came by the code flow alone: not through the browser's address bar (implicit, hybrid), not by somebody
     * else's device (CIBA), and not in exchange for another token.
     */
    boolean isCode(IDToken token) {
        return "code".equals(context.getClientSession().getNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM))
                && grant(token)
                        .filter(OAuth2Constants.TOKEN_EXCHANGE_GRANT_TYPE::equals)
                        .isEmpty();
    }

    /** Known while a token is made; afterwards, at introspection, an access token's own id tells. */
    private Optional<String> grant(IDToken token) {
        return Optional.ofNullable(context.getAttribute(Constants.GRANT_TYPE, String.class))
                .or(() -> Optional.of(token)
                        .filter(AccessToken.class::isInstance)
                        .map(IDToken::getId)
                        .map(id -> session.getProvider(TokenContextEncoderProvider.class)
                                .getTokenContextFromTokenId(id)
                                .getGrantType()));
    }
}
