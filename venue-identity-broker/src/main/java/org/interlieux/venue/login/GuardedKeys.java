package org.interlieux.venue.login;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.http.client.methods.HttpGet;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.jboss.logging.Logger;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/** Loads a venue's public keys (RFC 7517) through our guarded client; Keycloak caches them and asks again for new ones. */
record GuardedKeys(KeycloakSession session, OIDCIdentityProviderConfig config) implements PublicKeyLoader {
    private static final Logger LOG = Logger.getLogger(GuardedKeys.class);
    private static final int MAX_LINE = 500;
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    @Override
    public PublicKeysWrapper loadKeys() throws IOException {
        try {
            return fetch();
        } catch (IOException e) {
            // Keycloak only tells a signature apart that it cannot check; why not is what an admin needs.
            LOG.warnf(
                    "Venue %s: its keys cannot be loaded (%s). Check jwksUrl, or what its discovery document says",
                    config.getAlias(),
                    ForeignText.clean(String.valueOf(e.getMessage()), MAX_LINE).orElse(""));
            throw e;
        }
    }

    @SuppressWarnings("deprecation") // the type that Keycloak's own method still takes
    private PublicKeysWrapper fetch() throws IOException {
        HttpGet request = new HttpGet(URI.create(config.getJwksUrl()));
        request.setHeader("Accept", "application/json");
        HttpAnswer answer = session.getProvider(GuardedHttp.class).send(request, TIME_LIMIT);
        if (answer.status() != 200) {
            throw new IOException(request.getURI() + " answered " + answer.status());
        }
        JSONWebKeySet keys = JsonSerialization.readValue(answer.body(), JSONWebKeySet.class);
        return JWKSUtils.getKeyWrappersForUse(keys, JWK.Use.SIG, true);
    }
}
