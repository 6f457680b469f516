package org.interlieux.visit.ledger;

import org.interlieux.venue.OpenVisitProvider;
import org.interlieux.venue.OpenVisitProviderFactory;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the {@link OpenVisitProvider} of this module. */
public final class StoredOpenVisitsFactory implements OpenVisitProviderFactory {
    @Override
    public String getId() {
        return "interlieux";
    }

    @Override
    public OpenVisitProvider create(KeycloakSession session) {
        return new StoredOpenVisits(session);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
