package org.interlieux.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.RealmFile;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.HomeSite;
import org.interlieux.it.server.KeycloakServer;

/**
 * Some venues with a site and a member each, who is logged in already; a plain service; a door that asks whether they may enter,
 * and records nothing; and a gate that records visits, of which nobody is told unless asked for.
 */
final class Neighbourhood implements AutoCloseable {
    private static final String PASSWORD = "demo";
    private static final String SECRET = "a-client-secret-of-more-than-32-characters";
    static final String HOST = "place";

    private final Federation federation;
    private final Service service;
    private final Service door;
    private final Gate gate;
    private final List<DemoVenue> sites = new ArrayList<>();
    private final List<SwiftVisitor> members = new ArrayList<>();

    private Neighbourhood(Federation federation, List<String> accessRules) {
        this.federation = federation;
        federation.add(VenueSettings.hostOnly(HOST));
        service = federation.add(ServiceSettings.service("service"));
        door = federation.add(ServiceSettings.badgeClient("door", HOST).withVenueVisit("recordsVisits", "false"));
        gate = new Gate(federation, HOST);
        for (String rule : accessRules) {
            settle(alias(sites.size()), rule);
        }
    }

    /** A venue for each of these access rules. */
    static Neighbourhood with(KeycloakServer server, List<String> accessRules) {
        return new Neighbourhood(Federation.create(server), accessRules);
    }

    /** One venue in a realm whose browser flow has no step of ours and whose arrival page is switched off. */
    static Neighbourhood withoutOurSteps(KeycloakServer server) {
        RealmFile file = RealmFile.read("federation-realm.json", Map.of())
                .withReadyKeys()
                .changed(Neighbourhood::removeOurSteps);
        return new Neighbourhood(Federation.create(server, file), List.of("all-members"));
    }

    private static void removeOurSteps(ObjectNode realm) {
        realm.path("authenticationFlows")
                .forEach(flow ->
                        removeOurStep(flow.path("authenticationExecutions").elements(), flow));
        realm.path("requiredActions").forEach(action -> {
            if (action.path("alias").asText().equals("venue-arrival")) {
                ((ObjectNode) action).put("enabled", false);
            }
        });
    }

    private static void removeOurStep(Iterator<JsonNode> executions, JsonNode flow) {
        while (executions.hasNext()) {
            JsonNode execution = executions.next();
            if (flow.path("alias").asText().equals("federation browser")
                    && execution.path("authenticator").asText().equals("federation-access")) {
                executions.remove();
            }
        }
    }

    private void settle(String alias, String rule) {
        String email = "member@" + alias + ".example";
        DemoVenue site = site(alias, email);
        sites.add(site);
        federation.add(VenueSettings.dokos(alias, site.url().toString(), "keycloak", SECRET)
                .with("issuer", site.url().toString())
                .with("accessRule", rule));
        SwiftVisitor member = new SwiftVisitor();
        SwiftPage picker = member.open(service.loginUrl()).showing("name=\"venue\"");
        SwiftPage login = member.submit(picker.formWith("venue"), Map.of("venue", alias));
        member.submit(login.formWith("email"), Map.of("email", email, "password", PASSWORD))
                .code();
        members.add(member);
    }

    /** Of the members, by their number. */
    Activity loginToService(int member) {
        return login(member, service);
    }

    Activity loginToDoor(int member) {
        return login(member, door);
    }

    /** Ends as it may. */
    Activity tryTheDoor(int member) {
        return () -> member(member).open(door.loginUrl()).bytes();
    }

    private Activity login(int member, Service to) {
        return () -> {
            SwiftPage page = member(member).open(to.loginUrl());
            page.code();
            return page.bytes();
        };
    }

    /** From now on visits are told to all venues, each under its alias. */
    void tell(Mailbox mailbox) {
        Stream.concat(Stream.of(HOST), IntStream.range(0, sites.size()).mapToObj(Neighbourhood::alias))
                .forEach(venue -> federation.change(venue, Map.of("webhookUrl", mailbox.url(venue))));
    }

    Gate gate() {
        return gate;
    }

    /** In a new tab. */
    SwiftVisitor member(int number) {
        return members.get(number).again();
    }

    Federation federation() {
        return federation;
    }

    DemoVenue site(int venue) {
        return sites.get(venue);
    }

    static String alias(int number) {
        return "venue-" + number;
    }

    private DemoVenue site(String alias, String email) {
        return HomeSite.start(
                alias,
                alias,
                List.of(new Member(email, "Ada", "Lemaire", PASSWORD, true)),
                new OAuthClient("keycloak", SECRET, federation.url() + "/broker/" + alias + "/endpoint"));
    }

    @Override
    public void close() {
        sites.forEach(DemoVenue::close);
    }
}
