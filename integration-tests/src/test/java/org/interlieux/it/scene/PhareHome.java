package org.interlieux.it.scene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.RealmFile;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.server.KeycloakServer;

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

    /** Where its members may come from this home. */
    Service open(Federation federation, String brokerEndpoint) {
        return realm.add(ServiceSettings.service(federation.name())
                .redirectUri(brokerEndpoint)
                .postLogoutRedirectUri(brokerEndpoint + "/logout_response"));
    }

    /** Leaves no client and no session of that federation's behind. */
    void close(Federation federation) {
        if (!shared) {
            realm.remove();
        } else if (realm.server().isRunning()) {
            realm.realm().logoutAll();
            realm.realm().clients().findByClientId(federation.name()).forEach(client -> realm.realm()
                    .clients()
                    .get(client.getId())
                    .remove());
        }
    }
}
