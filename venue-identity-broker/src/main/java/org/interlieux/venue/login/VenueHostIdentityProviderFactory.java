package org.interlieux.venue.login;

import java.util.List;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.settings.VenueProperties;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** The identity provider type {@code venue-host}: a place without members of its own. */
public final class VenueHostIdentityProviderFactory extends AbstractIdentityProviderFactory<VenueHostIdentityProvider> {
    @Override
    public String getId() {
        return VenueType.HOST.providerId();
    }

    @Override
    public String getName() {
        return "Venue: host only";
    }

    @Override
    public VenueHostIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new VenueHostIdentityProvider(session, model);
    }

    @Override
    public IdentityProviderModel createConfig() {
        return new VenueHostConfig();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return VenueProperties.of(VenueType.HOST);
    }
}
