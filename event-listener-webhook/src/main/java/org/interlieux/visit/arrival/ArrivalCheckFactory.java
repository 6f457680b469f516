package org.interlieux.visit.arrival;

import org.interlieux.venue.health.HealthCheck;
import org.interlieux.venue.health.HealthCheckFactory;
import org.keycloak.models.KeycloakSession;

/** The health check {@code arrival}. */
public final class ArrivalCheckFactory implements HealthCheckFactory {
    @Override
    public String getId() {
        return "arrival";
    }

    @Override
    public HealthCheck create(KeycloakSession session) {
        return new ArrivalCheck();
    }
}
