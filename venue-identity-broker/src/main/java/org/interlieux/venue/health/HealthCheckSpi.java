package org.interlieux.venue.health;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind {@link HealthCheck}. */
public final class HealthCheckSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "venue-health";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return HealthCheck.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak's own interface has it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return HealthCheckFactory.class;
    }
}
