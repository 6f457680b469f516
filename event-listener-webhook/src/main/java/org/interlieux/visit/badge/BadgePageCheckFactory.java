package org.interlieux.visit.badge;

import org.interlieux.venue.health.HealthCheck;
import org.interlieux.venue.health.HealthCheckFactory;
import org.keycloak.models.KeycloakSession;

/** The health check {@code badge-page}. */
public final class BadgePageCheckFactory implements HealthCheckFactory {
    @Override
    public String getId() {
        return "badge-page";
    }

    @Override
    public HealthCheck create(KeycloakSession session) {
        return new BadgePageCheck(session);
    }
}
