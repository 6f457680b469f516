package org.interlieux.it.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.HomeSite;
import org.interlieux.it.server.KeycloakServer;

/**
 * The federation realm that we ship, with a given number of home venues. One of them has a site and a member, Ada, who can enter the
 * host venue, a place without members of its own. Nobody is told of visits.
 */
final class BenchmarkFederation implements AutoCloseable {
    /** What one types to find the home venue with a site among all others. */
    static final String HOME_NAME = "Maison d'Ada";

    static final String HOME = "maison";
    private static final String HOST = "place";
    private static final String ADA = "ada@maison.example";
    private static final String PASSWORD = "demo";
    private static final String SECRET = "a-client-secret-of-more-than-32-characters";

    private final Federation federation;
    private final DemoVenue home;
    private final Service door;
    private final int venues;

    private BenchmarkFederation(KeycloakServer server, int venues) {
        this.venues = venues;
        federation = Federation.create(server);
        home = site(federation.url() + "/broker/" + HOME + "/endpoint");
        federation.add(VenueSettings.dokos(HOME, home.url().toString(), "keycloak", SECRET)
                .named(HOME_NAME)
                .with("kcTheme-city", "Quimper")
                .with("kcTheme-color", "#2f6f6b")
                .with("abbreviation", "MA")
                .with("emailDomains", "maison.example")
                .with("issuer", home.url().toString())
                .with("accessRule", "ask-venue"));
        federation.add(VenueSettings.hostOnly(HOST));
        door = federation.add(ServiceSettings.badgeClient("door", HOST));
        new ManyVenues(server.admin(), federation.name()).addVenues(venues - 1);
    }

    static BenchmarkFederation with(KeycloakServer server, int venues) {
        return new BenchmarkFederation(server, venues);
    }

    int venues() {
        return venues;
    }

    Federation federation() {
        return federation;
    }

    /** The badge client of the host venue. */
    Service door() {
        return door;
    }

    SwiftPage openPicker(SwiftVisitor visitor) {
        return visitor.open(door.loginUrl()).showing("name=\"venue\"");
    }

    SwiftPage search(SwiftVisitor visitor, SwiftPage picker, String text) {
        return visitor.submit(picker.formWith("q"), Map.of("q", text));
    }

    SwiftPage searchList(SwiftVisitor visitor, String text) {
        return visitor.open(federation.url() + "/venues?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    SwiftPage openOwnAccount(SwiftVisitor visitor, SwiftPage picker) {
        return visitor.submit(picker.formWith("own-account"), Map.of("own-account", "on"))
                .showing("name=\"password\"");
    }

    /** From a picker that shows the home venue to the service's callback. */
    String logIn(SwiftVisitor ada, SwiftPage picker) {
        SwiftPage site = ada.submit(picker.formWith("venue"), Map.of("venue", HOME));
        SwiftPage arrival = ada.submit(site.formWith("email"), Map.of("email", ADA, "password", PASSWORD));
        return ada.submit(arrival.formWith("choice"), Map.of("choice", "arrive"))
                .code();
    }

    /** Ends session and visit, so that the next login is a whole one. */
    void logOut(SwiftVisitor ada, String code) {
        ada.open(door.logoutUrl(door.tokens(code).idToken()));
    }

    private static DemoVenue site(String callback) {
        return HomeSite.start(
                HOME_NAME,
                HOME,
                List.of(new Member(ADA, "Ada", "Lemaire", PASSWORD, true)),
                new OAuthClient("keycloak", SECRET, callback));
    }

    @Override
    public void close() {
        home.close();
    }
}
