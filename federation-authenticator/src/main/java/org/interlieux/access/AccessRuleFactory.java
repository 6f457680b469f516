package org.interlieux.access;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes access rules; its id is what admins write as a venue's {@code accessRule}. */
public interface AccessRuleFactory extends ProviderFactory<AccessRule> {
    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
