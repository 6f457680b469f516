package org.interlieux.visit.member;

import jakarta.ws.rs.NotFoundException;
import org.interlieux.venue.directory.VenueDirectory;
import org.keycloak.models.KeycloakSession;

/** Our paths exist in realms that have venues only. */
public final class FederationRealm {
    private FederationRealm() {}

    /**
     * Looks whether this is one.
     *
     * @throws NotFoundException in a realm without venues
     */
    public static void require(KeycloakSession session) {
        if (session.getProvider(VenueDirectory.class)
                        .all(session.getContext().getRealm(), 0, 1)
                        .total()
                == 0) {
            throw new NotFoundException();
        }
    }
}
