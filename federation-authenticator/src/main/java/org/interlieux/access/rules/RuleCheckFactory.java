package org.interlieux.access.rules;

import org.interlieux.venue.health.HealthCheck;
import org.interlieux.venue.health.HealthCheckFactory;
import org.keycloak.models.KeycloakSession;

/** The health check {@code access-rules}. */
public final class RuleCheckFactory implements HealthCheckFactory {
    @Override
    public String getId() {
        return "access-rules";
    }

    @Override
    public HealthCheck create(KeycloakSession session) {
        return new RuleCheck(session);
    }
}
