package org.interlieux.venue;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The extension point behind {@link OpenVisitProvider}. */
public final class OpenVisitSpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "open-visit";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return OpenVisitProvider.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak's own interface has it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return OpenVisitProviderFactory.class;
    }
}
