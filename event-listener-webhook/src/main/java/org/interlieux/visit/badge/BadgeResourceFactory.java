package org.interlieux.visit.badge;

import java.time.Clock;
import org.interlieux.visit.api.RealmPath;
import org.keycloak.models.KeycloakSession;

/** Puts {@code badge} under the paths of every realm. */
public final class BadgeResourceFactory extends RealmPath {
    @Override
    public String getId() {
        return BadgeAddress.PATH;
    }

    @Override
    protected Object resource(KeycloakSession session) {
        return new BadgeResource(session, Clock.systemUTC());
    }
}
