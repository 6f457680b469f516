package org.interlieux.it.endurance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.it.delivery.Receiver;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.HomeSite;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.visits.KeptVisit;
import org.keycloak.representations.idm.UserRepresentation;

/** A federation of one home venue with some members and two hosts; all three have a door, and a site that is told. */
final class Quarter implements AutoCloseable {
    static final String HOME = "atelier";
    static final String PASSWORD = "demo";

    private static final List<String> HOSTS = List.of("fabrique", "phare");
    private static final String KEYCLOAK = "keycloak";
    private static final String SECRET = "a-client-secret-of-more-than-32-characters";

    private final KeycloakServer server;
    private final Federation federation;
    private final DemoVenue home;
    private final List<String> emails;
    private final List<Door> doors;

    private Quarter(KeycloakServer server, int members) {
        this.server = server;
        federation = Federation.create(server);
        emails = IntStream.range(0, members)
                .mapToObj(number -> "member-" + number + "@atelier.example")
                .toList();
        home = homeSite();
        doors = Stream.concat(Stream.of(HOME), HOSTS.stream()).map(this::door).toList();
    }

    static Quarter at(KeycloakServer server, int members) {
        return new Quarter(server, members);
    }

    List<Door> doors() {
        return doors;
    }

    List<String> emails() {
        return emails;
    }

    List<KeptVisit> visits() {
        return KeptVisit.of(server.database(), realmId());
    }

    /** The id of each member who has logged in, by their e-mail. */
    Map<String, String> memberIds() {
        return federation.members(HOME).stream()
                .collect(Collectors.toMap(UserRepresentation::getEmail, UserRepresentation::getId));
    }

    /** How many messages are in that state. */
    int messages(String state) {
        return server.database()
                .firstColumn(
                        "select id from outbox_entry where realm_id = '" + realmId() + "' and status = '" + state + "'")
                .size();
    }

    String realmId() {
        return String.valueOf(server.database()
                .firstColumn("select id from realm where name = '" + federation.name() + "'")
                .get(0));
    }

    private Door door(String venue) {
        Receiver site = new Receiver();
        VenueSettings settings = venue.equals(HOME)
                ? VenueSettings.dokos(HOME, home.url().toString(), KEYCLOAK, SECRET)
                : VenueSettings.hostOnly(venue);
        federation.add(settings.named(venue).with("webhookUrl", site.url()));
        return new Door(venue, federation.add(ServiceSettings.badgeClient(venue + "-door", venue)), site);
    }

    private DemoVenue homeSite() {
        List<Member> members = emails.stream()
                .map(email -> new Member(email, "Ada", "Lemaire", PASSWORD, true))
                .toList();
        return HomeSite.start(
                "L'Atelier",
                HOME,
                members,
                new OAuthClient(KEYCLOAK, SECRET, federation.url() + "/broker/" + HOME + "/endpoint"));
    }

    @Override
    public void close() {
        federation.remove();
        doors.forEach(door -> door.site().close());
        home.close();
    }
}
