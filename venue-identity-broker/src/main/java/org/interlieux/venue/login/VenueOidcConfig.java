package org.interlieux.venue.login;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.settings.DiscoveredEndpoints;
import org.interlieux.venue.settings.DiscoveryUrl;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;

/** Any OpenID provider: what an admin set by hand wins, what they left empty comes from discovery at first use. */
final class VenueOidcConfig extends VenueOpenIdConfig {
    private final transient @Nullable Supplier<Optional<OIDCConfigurationRepresentation>> discovery;

    VenueOidcConfig() {
        super(VenueType.OIDC);
        this.discovery = null;
    }

    VenueOidcConfig(IdentityProviderModel model, Supplier<Optional<OIDCConfigurationRepresentation>> discovery) {
        super(VenueType.OIDC, model);
        this.discovery = discovery;
    }

    /** The console shows what is stored, so what no setting can switch off is stored as switched on. */
    @Override
    public void validate(RealmModel realm) {
        super.validate(realm);
        setValidateSignature(true);
        setPkceEnabled(true);
        setPkceMethod(getPkceMethod());
    }

    /** What was derived from {@code discoveryUrl} when the venue was saved is not set by hand. */
    @Override
    public @Nullable String getIssuer() {
        String own = super.getIssuer();
        return orDiscovered(
                DiscoveryUrl.isIssuerOf(getConfig().get(VenueKeys.DISCOVERY_URL), own) ? null : own,
                OIDCConfigurationRepresentation::getIssuer,
                own);
    }

    @Override
    public @Nullable String getAuthorizationUrl() {
        return orDiscovered(super.getAuthorizationUrl(), OIDCConfigurationRepresentation::getAuthorizationEndpoint);
    }

    @Override
    public @Nullable String getTokenUrl() {
        return orDiscovered(super.getTokenUrl(), OIDCConfigurationRepresentation::getTokenEndpoint);
    }

    @Override
    public @Nullable String getUserInfoUrl() {
        return orDiscovered(super.getUserInfoUrl(), OIDCConfigurationRepresentation::getUserinfoEndpoint);
    }

    @Override
    public @Nullable String getLogoutUrl() {
        return orDiscovered(super.getLogoutUrl(), OIDCConfigurationRepresentation::getLogoutEndpoint);
    }

    @Override
    public @Nullable String getJwksUrl() {
        return orDiscovered(super.getJwksUrl(), OIDCConfigurationRepresentation::getJwksUri);
    }

    @Override
    public boolean isUseJwksUrl() {
        return super.isUseJwksUrl() || getPublicKeySignatureVerifier() == null;
    }

    @Override
    boolean isIssuerNamedInAnswers() {
        return DiscoveredEndpoints.isUnset(super.getAuthorizationUrl())
                && discovery != null
                && discovery
                        .get()
                        .map(OIDCConfigurationRepresentation::getAuthorizationResponseIssParameterSupported)
                        .orElse(false);
    }

    private @Nullable String orDiscovered(
            @Nullable String own, Function<OIDCConfigurationRepresentation, @Nullable String> endpoint) {
        return orDiscovered(own, endpoint, null);
    }

    private @Nullable String orDiscovered(
            @Nullable String own,
            Function<OIDCConfigurationRepresentation, @Nullable String> endpoint,
            @Nullable String otherwise) {
        if (!DiscoveredEndpoints.isUnset(own)) {
            return own;
        }
        return discovery == null ? otherwise : discovery.get().map(endpoint).orElse(otherwise);
    }
}
