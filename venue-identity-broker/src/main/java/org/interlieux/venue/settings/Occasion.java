package org.interlieux.venue.settings;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponse;
import org.keycloak.utils.KeycloakSessionUtil;

/** On what occasion a venue is saved. Keycloak tells people why it was refused only where one venue is saved by itself. */
enum Occasion {
    /** The console, or a script, saves one venue. */
    ONE_VENUE,
    /** A realm or a part of one comes in over the admin API. */
    ADMIN_IMPORT,
    /** The server imports at its start, or {@code kc.sh import} does: nobody's request is under way. */
    OWN_IMPORT;

    static Occasion now() {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null) {
            return OWN_IMPORT;
        }
        KeycloakContext context = session.getContext();
        if (context.getConnection().getRemoteAddr() == null) {
            return OWN_IMPORT;
        }
        return context.getHttpRequest().getUri().getPath().contains("/identity-provider/instances")
                ? ONE_VENUE
                : ADMIN_IMPORT;
    }

    /** What to throw so that the admin reads which venue was refused, and why. */
    RuntimeException refusal(String alias, InvalidVenueException why) {
        String message = "Venue '" + alias + "': " + why.getMessage();
        return switch (this) {
            case ONE_VENUE -> why;
            case ADMIN_IMPORT -> ErrorResponse.error(message, Response.Status.BAD_REQUEST);
            case OWN_IMPORT -> new InvalidVenueException(message);
        };
    }
}
