package org.interlieux.venue.login;

import java.time.Clock;
import java.util.List;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.settings.VenueProperties;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** The identity provider type {@code venue-oidc}: a venue with any OpenID provider. */
public final class VenueOidcIdentityProviderFactory extends AbstractIdentityProviderFactory<VenueOidcIdentityProvider> {
    private final Discovery discovery = new Discovery(Clock.systemUTC());

    /** What is known of the venues' OpenID providers. */
    Discovery discovery() {
        return discovery;
    }

    @Override
    public String getId() {
        return VenueType.OIDC.providerId();
    }

    @Override
    public String getName() {
        return "Venue: OpenID Connect";
    }

    @Override
    public VenueOidcIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new VenueOidcIdentityProvider(
                session, new VenueOidcConfig(model, () -> discovery.of(model, session.getProvider(GuardedHttp.class))));
    }

    @Override
    public IdentityProviderModel createConfig() {
        return new VenueOidcConfig();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return VenueProperties.of(VenueType.OIDC);
    }
}
