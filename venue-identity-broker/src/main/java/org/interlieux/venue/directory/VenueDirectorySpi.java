package org.interlieux.venue.directory;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** Where the server's configuration reaches the directory: {@code --spi-venue-directory--default--…}. */
public final class VenueDirectorySpi implements Spi {
    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "venue-directory";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return VenueDirectory.class;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Keycloak's own interface has it
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return VenueDirectoryFactory.class;
    }
}
