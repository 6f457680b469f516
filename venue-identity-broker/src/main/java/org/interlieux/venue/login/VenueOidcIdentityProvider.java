package org.interlieux.venue.login;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.models.KeycloakSession;

/** A member's login at any OpenID provider whose keys are public. */
final class VenueOidcIdentityProvider extends VenueIdentityProvider {
    /** Signatures with a shared secret are refused: a public key must never serve as one. */
    private static final Set<String> PUBLIC_KEY_ALGORITHMS = Set.of(
            Algorithm.RS256,
            Algorithm.RS384,
            Algorithm.RS512,
            Algorithm.PS256,
            Algorithm.PS384,
            Algorithm.PS512,
            Algorithm.ES256,
            Algorithm.ES384,
            Algorithm.ES512,
            Algorithm.EdDSA);

    VenueOidcIdentityProvider(KeycloakSession session, VenueOidcConfig config) {
        super(session, config);
    }

    @Override
    protected boolean verify(JWSInput jws) {
        return verifySignature(jws);
    }

    @Override
    protected boolean verifySignature(JWSInput jws) {
        return PUBLIC_KEY_ALGORITHMS.contains(jws.getHeader().getRawAlgorithm()) && super.verifySignature(jws);
    }

    @Override
    protected @Nullable KeyWrapper getIdentityProviderKeyWrapper(JWSInput jws) {
        if (!getConfig().isUseJwksUrl() || isBlank(getConfig().getJwksUrl())) {
            return super.getIdentityProviderKeyWrapper(jws);
        }
        return keyStorage()
                .getPublicKey(
                        keyCacheId(),
                        jws.getHeader().getKeyId(),
                        jws.getHeader().getRawAlgorithm(),
                        new GuardedKeys(session, getConfig()));
    }

    @Override
    public boolean reloadKeys() {
        return getConfig().isEnabled()
                && !isBlank(getConfig().getJwksUrl())
                && keyStorage().reloadKeys(keyCacheId(), new GuardedKeys(session, getConfig()));
    }

    private PublicKeyStorageProvider keyStorage() {
        return session.getProvider(PublicKeyStorageProvider.class);
    }

    private String keyCacheId() {
        return PublicKeyStorageUtils.getIdpModelCacheKey(
                session.getContext().getRealm().getId(), getConfig().getInternalId());
    }
}
