package org.interlieux.venue.newcomer;

import java.time.Clock;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;

/** An account that was let in once is no newcomer any more. */
record NewcomerListener(KeycloakSession session) implements EventListenerProvider {

    @Override
    public void onEvent(Event event) {
        if (event.getType() == EventType.LOGIN && event.getUserId() != null && !isByCookie(event)) {
            new Newcomers(session, Clock.systemUTC()).remove(event.getUserId());
        }
    }

    /** A session that a cookie goes back to was a login itself, so there is nothing to write at this one. */
    private boolean isByCookie(Event event) {
        KeycloakContext context = session.getContext();
        return Optional.ofNullable(event.getSessionId())
                .map(id -> session.sessions().getUserSession(context.getRealm(), id))
                .map(login -> login.getAuthenticatedClientSessionByClient(
                        context.getClient().getId()))
                .filter(AuthenticationManager::isSSOAuthentication)
                .isPresent();
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
