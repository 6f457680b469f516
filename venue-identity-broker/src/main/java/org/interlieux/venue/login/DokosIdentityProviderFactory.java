package org.interlieux.venue.login;

import java.util.List;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.settings.VenueProperties;
import org.keycloak.broker.provider.AbstractIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** The identity provider type {@code dokos}: a venue whose site runs Dokos. */
public final class DokosIdentityProviderFactory extends AbstractIdentityProviderFactory<DokosIdentityProvider> {
    @Override
    public String getId() {
        return VenueType.DOKOS.providerId();
    }

    @Override
    public String getName() {
        return "Venue: Dokos site";
    }

    @Override
    public DokosIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new DokosIdentityProvider(session, new DokosConfig(model));
    }

    @Override
    public IdentityProviderModel createConfig() {
        return new DokosConfig();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return VenueProperties.of(VenueType.DOKOS);
    }
}
