package org.interlieux.venue.http;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Where the server's configuration reaches the guarded client: {@code --spi-guarded-http--default--…}. */
public final class GuardedHttpSpi implements Spi {
    static final String NAME = "guarded-http";

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return GuardedHttp.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak's own interface has it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return GuardedHttpFactory.class;
    }
}
