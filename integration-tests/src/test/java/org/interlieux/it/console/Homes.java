package org.interlieux.it.console;

import java.util.List;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.RealmFile;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.HomeSite;
import org.interlieux.it.scene.Scene;

/**
 * Where members of venues log in that an admin is about to make: a Dokos site for the alias {@code atelier}, another realm for
 * {@code phare}. Each knows the federation as its client already.
 */
record Homes(DemoVenue atelier, Federation phare, Service phareClient) implements AutoCloseable {
    static final String CLIENT_ID = "keycloak-federation";
    static final String CLIENT_SECRET = "a-client-secret-of-more-than-32-characters";

    static Homes of(Federation federation) {
        Federation phare = Federation.create(
                federation.server(),
                RealmFile.read(
                                "demo/phare-realm.json",
                                Map.of("KEYCLOAK_URL", federation.server().url()))
                        .withReadyKeys());
        Service client = phare.add(ServiceSettings.service("federation-of-" + federation.name())
                .redirectUri(brokerEndpoint(federation, "phare")));
        return new Homes(site(federation), phare, client);
    }

    private static DemoVenue site(Federation federation) {
        return HomeSite.start(
                "L'Atelier",
                "atelier",
                List.of(new Member(Scene.ADA, "Ada", "Lemaire", Scene.PASSWORD, true)),
                new OAuthClient(CLIENT_ID, CLIENT_SECRET, brokerEndpoint(federation, "atelier")));
    }

    private static String brokerEndpoint(Federation federation, String alias) {
        return federation.url() + "/broker/" + alias + "/endpoint";
    }

    @Override
    public void close() {
        atelier.close();
    }
}
