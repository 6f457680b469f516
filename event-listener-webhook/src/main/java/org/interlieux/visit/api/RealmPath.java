package org.interlieux.visit.api;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** A path under {@code /realms/{realm}}, named as the provider. */
public abstract class RealmPath implements RealmResourceProviderFactory {

    protected abstract Object resource(KeycloakSession session);

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return resource(session);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public final void init(Config.Scope config) {}

    @Override
    public final void postInit(KeycloakSessionFactory factory) {}

    @Override
    public final void close() {}
}
