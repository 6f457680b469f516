package org.interlieux.venue.health;

import java.util.stream.Stream;
import org.interlieux.venue.Venue;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells admins what the federation noticed by itself, where they look for it: among the admin events. */
public record AdminNotice(KeycloakSession session) {

    /**
     * Makes an admin event about a venue.
     *
     * @param what the event's resource type, such as {@code INTERLIEUX_APP_GONE}
     */
    public void send(String what, Venue venue) {
        RealmModel realm = session.getContext().getRealm();
        AdminEvent event = new AdminEvent();
        event.setId(KeycloakModelUtils.generateId());
        event.setTime(Time.currentTimeMillis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString(what);
        event.setResourcePath("interlieux/venues/" + venue.alias());
        AuthDetails nobody = new AuthDetails();
        nobody.setRealmId(realm.getId());
        nobody.setRealmName(realm.getName());
        event.setAuthDetails(nobody);
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, false);
        }
        listeners(realm).forEach(listener -> listener.onEvent(event, false));
    }

    private Stream<EventListenerProvider> listeners(RealmModel realm) {
        return realm.getEventsListenersStream()
                .flatMap(id -> Stream.ofNullable(session.getProvider(EventListenerProvider.class, id)));
    }
}
