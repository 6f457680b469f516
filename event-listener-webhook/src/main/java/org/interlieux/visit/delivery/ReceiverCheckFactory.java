package org.interlieux.visit.delivery;

import org.interlieux.venue.health.HealthCheck;
import org.interlieux.venue.health.HealthCheckFactory;
import org.keycloak.models.KeycloakSession;

/** The health check {@code delivery}. */
public final class ReceiverCheckFactory implements HealthCheckFactory {
    @Override
    public String getId() {
        return "delivery";
    }

    @Override
    public HealthCheck create(KeycloakSession session) {
        return new ReceiverCheck(session);
    }
}
