package org.interlieux.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.interlieux.it.server.AdminApi;
import org.interlieux.it.server.KeycloakServer;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;

/** A federation realm of its own for one test or test class: made from the realm file that we ship, under a unique name. */
public final class Federation {
    private static final String REALM_FILE = "federation-realm.json";

    private final KeycloakServer server;
    private final String realm;

    private Federation(KeycloakServer server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    public static Federation create(KeycloakServer server) {
        return create(server, Map.of());
    }

    /** With values for the realm file's placeholders that have no default, or need another one. */
    public static Federation create(KeycloakServer server, Map<String, String> placeholders) {
        return create(server, RealmFile.read(REALM_FILE, placeholders).withReadyKeys());
    }

    /** From any realm, as its file is, under another name and with all events recorded. */
    public static Federation create(KeycloakServer server, RealmFile file) {
        String realm = "federation-" + UUID.randomUUID().toString().substring(0, 8);
        server.admin()
                .post(
                        "/realms",
                        file.named(realm).changed(Federation::recordEvents).json());
        return new Federation(server, realm);
    }

    private static void recordEvents(ObjectNode realm) {
        realm.put("eventsEnabled", true);
        realm.remove("enabledEventTypes");
        realm.put("adminEventsEnabled", true);
        realm.put("adminEventsDetailsEnabled", true);
    }

    /**
     * Deletes the realm. A server gets slower with every realm that it keeps: its administrator has a score of roles in each of
     * them. One that does not run keeps it.
     */
    public void remove() {
        if (server.isRunning()) {
            realm().remove();
        }
    }

    public String name() {
        return realm;
    }

    public KeycloakServer server() {
        return server;
    }

    /** The realm's address and issuer. */
    public String url() {
        return server.url() + "/realms/" + realm;
    }

    /** The typed admin client of this realm. */
    public RealmResource realm() {
        return server.admin().typed().realm(realm);
    }

    /** The admin API as JSON; {@link #path} gives its paths. */
    public AdminApi admin() {
        return server.admin();
    }

    /** {@code /realms/<realm>} and what follows, as {@link AdminApi} takes it. */
    public String path(String below) {
        return "/realms/" + realm + below;
    }

    public Federation add(VenueSettings venue) {
        try (Response response = realm().identityProviders().create(venue.representation())) {
            expectCreated("Venue " + venue.alias(), response);
        }
        return this;
    }

    /** Changes settings of a venue as the console does: reads it, puts them in, saves it. */
    public void change(String venueAlias, Map<String, String> config) {
        var resource = realm().identityProviders().get(venueAlias);
        var provider = resource.toRepresentation();
        provider.getConfig().putAll(config);
        resource.update(provider);
    }

    public void enable(String venueAlias, boolean enabled) {
        var resource = realm().identityProviders().get(venueAlias);
        var provider = resource.toRepresentation();
        provider.setEnabled(enabled);
        resource.update(provider);
    }

    /** Takes a venue from the login page, or puts it back. */
    public void hide(String venueAlias, boolean hidden) {
        var resource = realm().identityProviders().get(venueAlias);
        var provider = resource.toRepresentation();
        provider.setHideOnLogin(hidden);
        resource.update(provider);
    }

    public Service add(ServiceSettings settings) {
        String secret = UUID.randomUUID().toString();
        try (Response response = realm().clients().create(settings.representation(secret))) {
            expectCreated("Client " + settings.clientId(), response);
        }
        return new Service(url(), settings.clientId(), secret, settings.redirectUri());
    }

    /** One of the realm's own accounts, without a home venue. */
    public UserRepresentation addUser(String username, String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setEmail(username + "@federation.example");
        user.setFirstName(username);
        user.setLastName("Example");
        user.setEnabled(true);
        user.setCredentials(List.of(credential));
        try (Response response = realm().users().create(user)) {
            expectCreated("User " + username, response);
        }
        return realm().users().searchByUsername(username, true).get(0);
    }

    /** Members and the realm's own accounts. */
    public List<UserRepresentation> users() {
        return realm().users().list();
    }

    /** Those who log in at that venue. */
    public List<UserRepresentation> members(String venueAlias) {
        return realm().users().search(null, null, null, null, null, venueAlias, null, null, null, null, false);
    }

    public List<UserSessionRepresentation> sessions(UserRepresentation user) {
        return realm().users().get(user.getId()).getUserSessions();
    }

    /** Of everybody. */
    public List<UserSessionRepresentation> sessions() {
        return users().stream().flatMap(user -> sessions(user).stream()).toList();
    }

    /** Newest first. */
    public List<EventRepresentation> events() {
        return realm().getEvents();
    }

    /** Of one type, such as {@code LOGIN_ERROR}; newest first. */
    public List<EventRepresentation> events(String type) {
        return realm().getEvents(List.of(type), null, null, null, null, null, null, null);
    }

    /** Our admin API below this realm, for example {@code visits?max=10}. */
    public JsonNode interlieux(String path) {
        return admin().get(path("/interlieux/" + path));
    }

    private static void expectCreated(String what, Response response) {
        if (response.getStatus() != 201) {
            throw new IllegalStateException(
                    what + ": " + response.getStatus() + " " + response.readEntity(String.class));
        }
    }
}
