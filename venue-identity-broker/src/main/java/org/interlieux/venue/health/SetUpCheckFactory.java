package org.interlieux.venue.health;

import org.keycloak.models.KeycloakSession;

/** The health check {@code set-up}. */
public final class SetUpCheckFactory implements HealthCheckFactory {
    @Override
    public String getId() {
        return "set-up";
    }

    @Override
    public HealthCheck create(KeycloakSession session) {
        return new SetUpCheck(session);
    }
}
