package org.interlieux.venue.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.MacSignatureVerifierContext;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.vault.VaultStringSecret;

/**
 * A member's login at a Dokos site. Frappe signs its id_token with the client secret (HS256), which Keycloak's own
 * broker cannot check; no other algorithm is accepted, so that nobody can choose a weaker one.
 */
final class DokosIdentityProvider extends VenueIdentityProvider {
    DokosIdentityProvider(KeycloakSession session, DokosConfig config) {
        super(session, config);
    }

    @Override
    protected boolean verify(JWSInput jws) {
        return verifySignature(jws);
    }

    @Override
    protected boolean verifySignature(JWSInput jws) {
        if (!Algorithm.HS256.equals(jws.getHeader().getRawAlgorithm())) {
            return false;
        }
        try (VaultStringSecret secret =
                session.vault().getStringSecret(getConfig().getClientSecret())) {
            if (secret.get().isEmpty()) {
                logger.warnf(
                        "Venue %s: the vault does not hold its client secret",
                        getConfig().getAlias());
                return false;
            }
            byte[] key = secret.get().get().getBytes(StandardCharsets.UTF_8);
            KeyWrapper wrapper = new KeyWrapper();
            wrapper.setAlgorithm(Algorithm.HS256);
            wrapper.setUse(KeyUse.SIG);
            wrapper.setSecretKey(new SecretKeySpec(key, JavaAlgorithm.HS256));
            return new MacSignatureVerifierContext(wrapper)
                    .verify(jws.getEncodedSignatureInput().getBytes(StandardCharsets.UTF_8), jws.getSignature());
        } catch (VerificationException e) {
            return false;
        }
    }

    @Override
    protected BrokeredIdentityContext extractIdentity(
            AccessTokenResponse tokenResponse, String accessToken, JsonWebToken idToken) throws IOException {
        Object atHash = idToken.getOtherClaims().get(IDToken.AT_HASH);
        if (atHash != null && !atHash.equals(halfHash(accessToken))) {
            throw refuse(VenueMessages.ID_TOKEN, "Its id_token belongs to another access token (at_hash)");
        }
        return super.extractIdentity(tokenResponse, accessToken, idToken);
    }

    /** OpenID Connect Core, section 3.1.3.6: the left half of the token's hash. */
    private static String halfHash(String accessToken) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
