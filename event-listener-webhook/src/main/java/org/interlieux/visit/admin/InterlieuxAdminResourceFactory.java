package org.interlieux.visit.admin;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Puts {@code interlieux} under the admin paths of a realm. */
public final class InterlieuxAdminResourceFactory implements AdminRealmResourceProviderFactory {
    @Override
    public String getId() {
        return "interlieux";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new AdminRealmResourceProvider() {
            @Override
            public Object getResource(
                    KeycloakSession requestSession,
                    RealmModel realm,
                    AdminPermissionEvaluator auth,
                    AdminEventBuilder adminEvent) {
                return new InterlieuxAdminResource(requestSession, realm, auth, adminEvent);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                VisitRoles.make(factory);
            } else if (event instanceof RealmModel.RealmPostCreateEvent made) {
                VisitRoles.make(made.getKeycloakSession(), made.getCreatedRealm());
            }
        });
    }

    @Override
    public void close() {}
}
