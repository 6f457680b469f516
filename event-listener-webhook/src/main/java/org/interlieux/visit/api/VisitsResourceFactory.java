package org.interlieux.visit.api;

import org.keycloak.models.KeycloakSession;

/** Puts {@code visits} under the paths of every realm. */
public final class VisitsResourceFactory extends RealmPath {
    @Override
    public String getId() {
        return "visits";
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new VisitsResource(session);
    }
}
