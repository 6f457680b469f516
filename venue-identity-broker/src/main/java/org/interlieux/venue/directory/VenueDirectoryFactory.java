package org.interlieux.venue.directory;

import java.util.concurrent.atomic.AtomicReference;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.reference.ReplacedVenue;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderFactory;

/** Keeps one directory for the server, and tells it of changes that Keycloak publishes. */
public final class VenueDirectoryFactory implements ProviderFactory<VenueDirectory> {
    private static final int REFRESH_SECONDS = 30;

    private final AtomicReference<@Nullable VenueIndex> index = new AtomicReference<>();
    private int refreshSeconds = REFRESH_SECONDS;

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public VenueDirectory create(KeycloakSession session) {
        VenueIndex started = index.get();
        if (started == null) {
            throw new IllegalStateException("Venues were looked for before the server has started");
        }
        return new IndexedVenueDirectory(session, started);
    }

    /** Reads {@code --spi-venue-directory--default--refresh-seconds}. */
    @Override
    public void init(Config.Scope config) {
        refreshSeconds = config.getInt("refresh-seconds", REFRESH_SECONDS);
        if (refreshSeconds < 1 || refreshSeconds > 60) {
            throw new IllegalArgumentException("refresh-seconds of the venue directory must be from 1 to 60 (it is "
                    + refreshSeconds + "): a change is to be seen everywhere within a minute");
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        index.set(new VenueIndex(factory));
        factory.register(event -> {
            VenueIndex started = index.get();
            if (event instanceof PostMigrationEvent && started != null) {
                started.startRefreshing(refreshSeconds);
            } else if (event instanceof RealmModel.IdentityProviderRemovedEvent removed) {
                removed(removed.getKeycloakSession(), removed.getRealm(), removed.getRemovedIdentityProvider());
            }
        });
    }

    private static void removed(KeycloakSession session, RealmModel realm, IdentityProviderModel provider) {
        if (VenueType.of(provider).isPresent()) {
            new ReplacedVenue(session, realm).removed(provider);
            session.getProvider(VenueDirectory.class).changed(realm, provider.getAlias());
        }
    }

    @Override
    public void close() {
        VenueIndex started = index.getAndSet(null);
        if (started != null) {
            started.close();
        }
    }
}
