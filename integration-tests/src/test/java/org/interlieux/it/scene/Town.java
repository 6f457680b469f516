package org.interlieux.it.scene;

import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;

/**
 * A federation with more venues than fit on a page, and none of their sites: who chooses one is sent to an address of the test server
 * that has no page, with the alias in it.
 */
public final class Town {
    /** How many may be chosen; two more are hidden or disabled. */
    public static final int SIZE = 60;

    private static final String SECRET = "a-client-secret-of-more-than-32-characters";

    private final KeycloakServer server;
    private final Federation federation;
    private final Service service;

    private Town(KeycloakServer server) {
        this.server = server;
        this.federation = Federation.create(server);
        this.service = federation.add(ServiceSettings.service("library"));
        federation.add(named("atelier", "L'Atelier", "Nantes")
                .with("abbreviation", "ATL")
                .with("emailDomains", "members.atelier.example"));
        federation.add(named("fabrique", "La Fabrique", "Rennes").with("emailDomains", "fabrique.example"));
        federation.add(named("phare", "Le Phare", "Brest").with("siteUrl", "https://phare-de-brest.example"));
        federation.add(named("secret", "Le Secret", "Nantes")
                .with("emailDomains", "secret.example")
                .hidden());
        federation.add(named("closed", "Le Fermé", "Nantes")
                .with("emailDomains", "closed.example")
                .disabled());
        for (int number = 4; number <= SIZE; number++) {
            federation.add(named("bureau-" + number, "Bureau " + number, "Lille"));
        }
    }

    public static Town set(KeycloakServer server) {
        return new Town(server);
    }

    public Federation federation() {
        return federation;
    }

    /** The picker is the first page of this login. */
    public String loginUrl(Map<String, String> parameters) {
        return service.loginUrl(parameters);
    }

    public String loginUrl() {
        return service.loginUrl();
    }

    /** What the address of a venue's login page, where a member is sent who chooses it, contains. */
    public static String loginAt(String alias) {
        return "client_id=at-" + alias + "&";
    }

    private VenueSettings named(String alias, String name, String city) {
        return VenueSettings.dokos(alias, server.url(), "at-" + alias, SECRET)
                .named(name)
                .with("kcTheme-city", city)
                .with("kcTheme-color", "#9a3412");
    }
}
