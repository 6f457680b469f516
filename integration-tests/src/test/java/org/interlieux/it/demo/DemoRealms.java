package org.interlieux.it.demo;

import org.interlieux.it.realm.RealmFile;
import org.interlieux.it.server.AdminApi;

/** Brings the realms of {@code realm-export} into a new Keycloak. */
final class DemoRealms {
    static final String FEDERATION = "federation";

    private final AdminApi admin;

    DemoRealms(AdminApi admin) {
        this.admin = admin;
    }

    void importAll() {
        admin.post("/realms", read("federation-realm.json"));
        admin.post("/realms", read("demo/phare-realm.json"));
        admin.post("/realms/" + FEDERATION + "/partialImport", read("demo/federation-venues.json"));
    }

    /** The key that a venue's administrator pastes into their site. */
    String webhookKey(String venueAlias) {
        return admin.post("/realms/" + FEDERATION + "/interlieux/venues/" + venueAlias + "/webhook-key", null)
                .path("keys")
                .path(0)
                .asText();
    }

    boolean hasVenue(String alias) {
        return admin.send("GET", "/realms/" + FEDERATION + "/identity-provider/instances/" + alias, null)
                        .statusCode()
                == 200;
    }

    private static String read(String file) {
        return RealmFile.read(file, DemoPorts.addresses()).json();
    }
}
