package org.interlieux.it.scene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.RealmFile;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.server.KeycloakServer;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * The realm where Le Phare's members log in. The scenes of one server share it, as realms are what a scene costs most; each federation
 * is a client of its own there, under its realm's name.
 */
final class PhareHome {
    private static final Map<KeycloakServer, PhareHome> SHARED = new ConcurrentHashMap<>();

    private final Federation realm;
    private final boolean shared;

    private PhareHome(KeycloakServer server, boolean shared) {
        this.shared = shared;
        this.realm = Federation.create(
                server,
                RealmFile.read("demo/phare-realm.json", Map.of("KEYCLOAK_URL", server.url()))
                        .withReadyKeys());
    }

    static PhareHome shared(KeycloakServer server) {
        return SHARED.computeIfAbsent(server, first -> new PhareHome(first, true));
    }

    /** For a scene that changes more of it than its own client. */
    static PhareHome own(KeycloakServer server) {
        return new PhareHome(server, false);
    }

    Federation realm() {
        return realm;
    }

    /** Makes that federation a client, so that members may come to it from here. */
    Service open(Federation federation, String brokerEndpoint) {
        return realm.add(ServiceSettings.service(federation.name())
                .redirectUri(brokerEndpoint)
                .postLogoutRedirectUri(brokerEndpoint + "/logout_response"));
    }

    /** Sets attributes of that federation's client. */
    void change(Federation federation, Map<String, String> attributes) {
        ClientResource resource = client(federation);
        ClientRepresentation client = resource.toRepresentation();
        client.getAttributes().putAll(attributes);
        resource.update(client);
    }

    /** Removes the client, and ends all sessions, those of other scenes, too. */
    void close(Federation federation) {
        if (!shared) {
            realm.remove();
        } else if (realm.server().isRunning()) {
            realm.realm().logoutAll();
            client(federation).remove();
        }
    }

    private ClientResource client(Federation federation) {
        ClientsResource clients = realm.realm().clients();
        return clients.get(clients.findByClientId(federation.name()).get(0).getId());
    }
}
