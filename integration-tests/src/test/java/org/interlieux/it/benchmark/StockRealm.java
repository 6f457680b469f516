package org.interlieux.it.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.interlieux.it.realm.Service;
import org.interlieux.it.server.KeycloakServer;

/** A realm as Keycloak makes it, with Keycloak's own flow, theme and OpenID Connect providers: what a federation would be without us. */
record StockRealm(int providers, Service service) {
    private static final String CLIENT = "service";
    private static final String CALLBACK = "https://service.example/callback";

    static StockRealm with(KeycloakServer server, int providers) {
        String name = "stock-" + providers;
        ObjectNode realm =
                new ObjectMapper().createObjectNode().put("realm", name).put("enabled", true);
        ObjectNode client = realm.putArray("clients")
                .addObject()
                .put("clientId", CLIENT)
                .put("secret", CLIENT)
                .put("protocol", "openid-connect");
        client.putArray("redirectUris").add(CALLBACK);
        server.admin().post("/realms", realm.toString());
        new ManyVenues(server.admin(), name).addStockProviders(providers);
        return new StockRealm(providers, new Service(server.url() + "/realms/" + name, CLIENT, CLIENT, CALLBACK));
    }

    /** Of somebody without cookies. */
    Activity loginPage() {
        return () -> new SwiftVisitor()
                .open(service.loginUrl())
                .showing("social-venue-" + (providers - 1))
                .bytes();
    }
}
