package org.interlieux.venue.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Brings a module's tables into Keycloak's database. */
public abstract class OwnTables implements JpaEntityProviderFactory {
    private final String id;
    private final List<Class<?>> entities;

    /**
     * Names the tables.
     *
     * @param id of the provider; its changelog is {@code META-INF/<id>-changelog.xml}
     */
    protected OwnTables(String id, Class<?>... entities) {
        this.id = id;
        this.entities = List.of(entities);
    }

    @Override
    public final JpaEntityProvider create(KeycloakSession session) {
        return new JpaEntityProvider() {
            @Override
            public List<Class<?>> getEntities() {
                return entities;
            }

            @Override
            public String getChangelogLocation() {
                return "META-INF/" + id + "-changelog.xml";
            }

            @Override
            public String getFactoryId() {
                return id;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
