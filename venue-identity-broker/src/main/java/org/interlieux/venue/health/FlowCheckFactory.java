package org.interlieux.venue.health;

import org.keycloak.models.KeycloakSession;

/** The health check {@code flows}. */
public final class FlowCheckFactory implements HealthCheckFactory {
    @Override
    public String getId() {
        return "flows";
    }

    @Override
    public HealthCheck create(KeycloakSession session) {
        return new FlowCheck(session);
    }
}
