package org.interlieux.it.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.demo.SiteSettings;
import org.interlieux.it.Directories;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;

/**
 * A federation of its own with the venues of the story: L'Atelier (Dokos, with the federation app), La Fabrique (Dokos, without
 * it), Le Phare (another realm, a plain OpenID provider), each with a site whose badge client it is, and a library that is no venue.
 */
public final class Scene implements AutoCloseable {
    public static final String ADA = "ada@atelier.example";
    public static final String BOB = "bob@atelier.example";
    public static final String CHLOE = "chloe@fabrique.example";
    public static final String DAN = "dan@phare.example";
    public static final String PASSWORD = "demo";

    /** What Keycloak is known by at every Dokos site. */
    public static final String SITE_SECRET = "a-client-secret-of-more-than-32-characters";

    private static final String KEYCLOAK = "keycloak-federation";

    private final KeycloakServer server;
    private final Federation federation;
    private final Path stores;
    private final DemoVenue atelier;
    private final DemoVenue fabrique;
    private final DemoVenue phare;
    private final DemoVenue library;
    private final PhareHome phareHome;

    private Scene(KeycloakServer server, PhareHome phareHome) {
        this.server = server;
        this.phareHome = phareHome;
        this.federation = Federation.create(server);
        this.stores = newDirectory();
        atelier = site("L'Atelier", "atelier", true, List.of(member(ADA, "Ada", true), member(BOB, "Bob", false)));
        fabrique = site("La Fabrique", "fabrique", false, List.of(member(CHLOE, "Chloé", true)));
        phare = site("Le Phare", "phare", false, List.of());
        library = site("Bibliothèque", "library", false, List.of());
        federation.add(dokos("atelier", atelier).named("L'Atelier").with("kcTheme-city", "Nantes"));
        federation.add(dokos("fabrique", fabrique).named("La Fabrique").with("kcTheme-city", "Rennes"));
        federation.add(openId());
        Map.of("atelier", atelier, "fabrique", fabrique, "phare", phare).forEach(this::addBadgeClient);
        Service service =
                federation.add(ServiceSettings.service("library").redirectUri(library.url() + "/federation/callback"));
        library.changeFederation(credentials(service));
    }

    public static Scene set(KeycloakServer server) {
        return new Scene(server, PhareHome.shared(server));
    }

    /** One whose {@link #phareHome} may be changed, as no other scene sees it. */
    public static Scene withOwnHome(KeycloakServer server) {
        return new Scene(server, PhareHome.own(server));
    }

    public Federation federation() {
        return federation;
    }

    public KeycloakServer server() {
        return server;
    }

    public DemoVenue atelier() {
        return atelier;
    }

    public DemoVenue fabrique() {
        return fabrique;
    }

    /** The door of Le Phare; its members are in a realm of their own. */
    public DemoVenue phare() {
        return phare;
    }

    /** The realm where Le Phare's members log in; the federation is its client of the same name. */
    public Federation phareHome() {
        return phareHome.realm();
    }

    /** Sets attributes of the federation's client there, as an admin of Le Phare does. */
    public void changePhareClient(Map<String, String> attributes) {
        phareHome.change(federation, attributes);
    }

    /** A service that is no badge client. */
    public DemoVenue library() {
        return library;
    }

    /** A Dokos venue of this scene whose settings a test wants to vary. */
    public static VenueSettings dokos(String alias, DemoVenue site) {
        return VenueSettings.dokos(alias, site.url().toString(), KEYCLOAK, SITE_SECRET)
                .with("webhookUrl", webhookUrl(site));
    }

    /** Changes how a site behaves, as a person does it in the demo. */
    public static void control(DemoVenue site, String json) {
        control(site.url().toString(), json);
    }

    /** Wherever the site runs; its address is without a slash at the end. */
    public static void control(String site, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + "/control"))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException(site + "/control answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything a site was told, oldest first. */
    public List<Told> told(DemoVenue site) {
        return Told.by(site);
    }

    /** What the table of visits holds of this federation: each visit's state, host alias and exit reason are in its messages. */
    public int visits() {
        return server.database()
                .firstColumn("select v.id from interlieux_visit v join realm r on r.id = v.realm_id where r.name = '"
                        + federation.name() + "'")
                .size();
    }

    /** The newest one's id. */
    public String lastVisit() {
        return server.database()
                .firstColumn("select v.id from interlieux_visit v join realm r on r.id = v.realm_id where r.name = '"
                        + federation.name() + "' order by v.entered_at desc")
                .get(0);
    }

    /** How many visits of this federation are open. */
    public int openVisits() {
        return server.database()
                .firstColumn("select v.id from interlieux_visit v join realm r on r.id = v.realm_id where r.name = '"
                        + federation.name() + "' and v.exited_at is null")
                .size();
    }

    private VenueSettings openId() {
        Service keycloak = phareHome.open(federation, brokerEndpoint("phare"));
        return VenueSettings.openId(
                        "phare", phareHome().url(), keycloak.clientId(), keycloak.clientSecret(), "all-members")
                .with("siteUrl", phare.url().toString())
                .with("webhookUrl", webhookUrl(phare))
                .with("defaultScope", "openid profile email")
                .with("kcTheme-city", "Brest")
                .named("Le Phare");
    }

    private DemoVenue site(String name, String alias, boolean appInstalled, List<Member> members) {
        OAuthClient keycloak = members.isEmpty() ? null : new OAuthClient(KEYCLOAK, SITE_SECRET, brokerEndpoint(alias));
        return DemoVenue.start(
                new SiteSettings(
                        name,
                        alias,
                        "127.0.0.1",
                        0,
                        null,
                        "#2f6f6b",
                        appInstalled,
                        "fr",
                        members,
                        keycloak,
                        null,
                        null,
                        null),
                stores.resolve(alias + ".json"));
    }

    private void addBadgeClient(String alias, DemoVenue site) {
        Service client = federation.add(ServiceSettings.badgeClient(alias + "-badge", alias)
                .withVenueVisit("emailClaim", "pseudonym")
                .redirectUri(site.url() + "/federation/callback")
                .postLogoutRedirectUri(site.url() + "/federation/logged-out"));
        site.changeFederation(credentials(client));
        JsonNode keys = federation.admin().post(federation.path("/interlieux/venues/" + alias + "/webhook-key"), "");
        site.changeWebhookKey(keys.path("keys").path(0).asText());
    }

    private String brokerEndpoint(String alias) {
        return federation.url() + "/broker/" + alias + "/endpoint";
    }

    private static String webhookUrl(DemoVenue site) {
        return site.url() + "/api/method/federation_visit";
    }

    private org.interlieux.demo.Federation credentials(Service service) {
        return new org.interlieux.demo.Federation(federation.url(), service.clientId(), service.clientSecret());
    }

    private static Member member(String email, String name, boolean credits) {
        return new Member(email, name, "Lemaire", PASSWORD, credits);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Directories.work().resolve("sites")), "scene");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a site was told while nobody looked is looked at now: reading it checks it. */
    @Override
    public void close() {
        List<DemoVenue> sites = List.of(atelier, fabrique, phare, library);
        try {
            sites.forEach(site -> control(site, "{\"down\": false}"));
            sites.forEach(this::told);
        } finally {
            federation.remove();
            phareHome.close(federation);
            sites.forEach(DemoVenue::close);
        }
    }
}
