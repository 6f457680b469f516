package org.interlieux.it.cluster;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.ListeningSocket;
import org.interlieux.it.server.OwnTwoNodes;
import org.interlieux.it.server.ServerDatabase;
import org.interlieux.it.server.TwoNodes;
import org.interlieux.it.visits.RandomDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A federation on two nodes and PostgreSQL: whichever node answers, it is one federation. */
class TwoNodesIT {
    /** Each node looks for the changes of others every 30 s by default: too long to wait for in each test. */
    @RegisterExtension
    static final OwnTwoNodes NODES =
            new OwnTwoNodes(options -> options.argument("--spi-venue-directory--default--refresh-seconds=1")
                    .argument("--spi-events-listener--venue-visits--close-seconds=1")
                    .argument("--spi-events-listener--venue-visits--check-millis=200")
                    .argument("--spi-user-sessions--infinispan--session-expiration-period=60"));

    private static final int RANDOM_STEPS = 40;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Scene scene;
    private Guest atA;
    private Guest atB;

    @BeforeEach
    void set(TwoNodes nodes) {
        nodes.both().forEach(KeycloakServer::start);
        scene = Scene.set(nodes.a());
        atA = near(nodes, 0);
        atB = near(nodes, 1);
        await().atMost(ofMinutes(1)).until(() -> listedAt(nodes.b()).contains("phare"));
    }

    @AfterEach
    void close() {
        atA.close();
        atB.close();
        scene.close();
    }

    @Test
    void nodesFormOneClusterAndListenOnLoopbackOnly(TwoNodes nodes) {
        for (KeycloakServer node : nodes.both()) {
            assertThat(node.listeningSockets()).isNotEmpty().allMatch(ListeningSocket::isOnLoopback);
        }
        assertThat(new HashSet<>(nodes.a().database().firstColumn("select ip from jgroups_ping")))
                .hasSize(2)
                .allMatch(address -> address.startsWith("127.0.0.1:"));
    }

    @Test
    void memberEntersAtOneNodeAndLeavesAtTheOther(TwoNodes nodes) {
        atA.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        List<Told> entries = Stream.of(scene.atelier(), scene.fabrique())
                .map(site -> told(site, 1).get(0))
                .toList();
        assertThat(atA.session(scene.fabrique()).path("claims").path("visit_id").asText())
                .isEqualTo(entries.get(0).visitId())
                .isEqualTo(entries.get(1).visitId());

        atA.visitor().callFrom(nodes.nearB());
        atA.leave(scene.fabrique());

        for (DemoVenue site : List.of(scene.atelier(), scene.fabrique())) {
            Told exit = told(site, 2).get(1);
            assertThat(exit.visitId()).isEqualTo(entries.get(0).visitId());
            assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("logout");
            assertThat(exit.visit().path("sequence").asInt()).isEqualTo(2);
        }
    }

    @Test
    void memberWithoutCreditsIsRefused() {
        atB.at(scene.fabrique()).comeFromAtelier(Scene.BOB);

        assertThat(atB.visitor().status()).isEqualTo(403);
        assertThat(atB.seesDenial()).isTrue();
        assertThat(scene.federation().sessions()).isEmpty();
        assertThat(scene.visits()).isZero();
    }

    @Test
    void memberWithASessionFromOneNodeMovesOnAtTheOther(TwoNodes nodes) {
        atA.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        String first = told(scene.fabrique(), 1).get(0).visitId();

        atA.visitor().callFrom(nodes.nearB());
        atA.at(scene.phare());

        assertThat(atA.visitor().text("#arrival-moving")).isEqualTo("Your visit to La Fabrique will end.");
        atA.arrive();
        assertThat(atA.isInside(scene.phare())).isTrue();
        Told moved = told(scene.fabrique(), 2).get(1);
        assertThat(moved.visitId()).isEqualTo(first);
        assertThat(moved.visit().path("exit_reason").asText()).isEqualTo("moved");
        assertThat(told(scene.phare(), 1).get(0).visitId()).isNotEqualTo(first);
        told(scene.atelier(), 3);
    }

    @Test
    void venueMadeAtOneNodeIsFoundAtTheOther(TwoNodes nodes) {
        assertThat(offers(atB.at(scene.fabrique()), "cantine")).isFalse();

        scene.federation().add(Scene.dokos("cantine", scene.atelier()).named("La Cantine"));

        assertThat(listedAt(nodes.a())).contains("cantine");
        await().atMost(ofMinutes(1)).until(() -> listedAt(nodes.b()).contains("cantine"));
        assertThat(offers(atB.at(scene.fabrique()), "cantine")).isTrue();
        atB.choose("cantine");
        assertThat(atB.visitor().isAt(scene.atelier().url().toString()))
                .as("sent there to log in")
                .isTrue();
    }

    @Test
    void venueDisabledAtOneNodeIsRefusedAtBothAtOnce(TwoNodes nodes) {
        try (Guest loggingIn = near(nodes, 1);
                Guest arriving = near(nodes, 1);
                Guest loggingInAtA = near(nodes, 0);
                Guest arrivingAtA = near(nodes, 0)) {
            List.of(atA, atB).forEach(guest -> guest.at(scene.fabrique()));
            List.of(loggingIn, loggingInAtA)
                    .forEach(guest -> guest.at(scene.fabrique()).choose("atelier"));
            List.of(arriving, arrivingAtA)
                    .forEach(guest -> guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA));

            scene.federation().enable("atelier", false);

            for (KeycloakServer node : nodes.both()) {
                assertThat(listedAt(node)).contains("fabrique").doesNotContain("atelier");
            }
            for (Guest guest : List.of(atA, atB)) {
                guest.choose("atelier");
                assertThat(offers(guest, "fabrique")).as("still at the picker").isTrue();
                assertThat(offers(guest, "atelier")).isFalse();
            }
            for (Guest guest : List.of(loggingIn, loggingInAtA)) {
                guest.logInAsDokosMember(Scene.ADA);
                assertRefused(guest);
            }
            for (Guest guest : List.of(arriving, arrivingAtA)) {
                guest.arrive();
                assertRefused(guest);
                assertThat(guest.isInside(scene.fabrique())).isFalse();
            }
        }
        assertThat(scene.visits()).isZero();
    }

    @Test
    void venueDeletedAtOneNodeIsGoneAtBothAtOnce(TwoNodes nodes) {
        try (Guest known = near(nodes, 1);
                Guest loggingIn = near(nodes, 1)) {
            known.at(scene.library()).comeFromAtelier(Scene.ADA);
            loggingIn.at(scene.fabrique()).choose("atelier");
            List.of(atA, atB).forEach(guest -> guest.at(scene.fabrique()));

            scene.federation().realm().identityProviders().get("atelier").remove();

            for (KeycloakServer node : nodes.both()) {
                assertThat(listedAt(node)).contains("fabrique").doesNotContain("atelier");
            }
            for (Guest guest : List.of(atA, atB)) {
                guest.choose("atelier");
                assertThat(offers(guest, "fabrique")).as("still at the picker").isTrue();
                assertThat(offers(guest, "atelier")).isFalse();
            }
            loggingIn.logInAsDokosMember(Scene.ADA);
            assertRefused(loggingIn);
            known.at(scene.fabrique());
            assertThat(known.seesArrivalPage())
                    .as("a session from before lets nobody in")
                    .isFalse();
            assertThat(known.isInside(scene.fabrique())).isFalse();
        }
        assertThat(scene.visits()).isZero();
    }

    @Test
    void twoTapsAtOneHostOpenOneVisit(TwoNodes nodes) {
        List.of(atA, atB).forEach(guest -> guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA));

        Taps.atOnce(nodes.a().database(), ada(), List.of(atA, atB));

        List<Told> entries = List.of(
                told(scene.atelier(), 1).get(0), told(scene.fabrique(), 1).get(0));
        assertThat(scene.visits()).isEqualTo(1);
        for (Guest guest : List.of(atA, atB)) {
            assertThat(guest.session(scene.fabrique())
                            .path("claims")
                            .path("visit_id")
                            .asText())
                    .isEqualTo(entries.get(0).visitId())
                    .isEqualTo(entries.get(1).visitId());
        }
    }

    @Test
    void twoTapsAtTwoHostsLeaveOneOpenVisitAndEveryVenueKnowsWhich(TwoNodes nodes) {
        atA.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
        atB.at(scene.phare()).comeFromAtelier(Scene.ADA);

        Taps.atOnce(nodes.a().database(), ada(), List.of(atA, atB));

        assertThat(scene.visits()).isEqualTo(2);
        List<Told> home = told(scene.atelier(), 3);
        List<String> open = open(home);
        assertThat(open).hasSize(1);
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(Stream.of(scene.fabrique(), scene.phare())
                        .flatMap(site -> open(scene.told(site)).stream())
                        .toList())
                .isEqualTo(open));
        assertThat(scene.told(scene.fabrique()).size()
                        + scene.told(scene.phare()).size())
                .isEqualTo(3);
    }

    @Test
    void randomDaysKeepTheInvariantsWhicheverNodeAnswers(TwoNodes nodes) {
        try (RandomDays days = new RandomDays(scene, List.of(nodes.nearA(), nodes.nearB()))) {
            days.play(RANDOM_STEPS);
        }
    }

    @Test
    void venueIsAskedOnceANightWhateverTheNumberOfNodes(TwoNodes nodes) {
        atA.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        told(scene.fabrique(), 1);
        Nights nights = new Nights(nodes.a().database(), scene.lastVisit());
        nights.visitIsOlder(ofHours(2)); // what has just begun is not asked about

        for (int night = 1; night <= 5; night++) {
            int asked = night;
            nights.come();
            await().atMost(ofSeconds(10))
                    .until(() ->
                            scene.fabrique().misbehaviour().webhookAttempts().size() == 1 + asked);
            await().atMost(ofSeconds(10)).until(nights::areOver);
        }

        await().during(ofSeconds(2))
                .atMost(ofSeconds(4))
                .until(() -> scene.fabrique().misbehaviour().webhookAttempts().size() == 1 + 5);
    }

    @Test
    void replayAtOneNodeForgetsWhoIsBeingRemovedAtTheOther(TwoNodes nodes) {
        ServerDatabase database = nodes.a().database();
        atA.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        told(scene.fabrique(), 1);
        scene.fabrique().misbehaviour().answerWebhooksWith(503);
        atA.leave(scene.fabrique());
        await().atMost(ofSeconds(20)).until(() -> messagesOf("Ada", database).size() == 2);
        CompletableFuture<?> removal;
        CompletableFuture<?> copied;
        CompletableFuture<?> hastened;

        // The removal has taken her out of visits and messages, and cannot end.
        try (HeldRow identity = HeldRow.of(database, "federated_identity", "user_id", ada())) {
            String ada = ada();
            removal = CompletableFuture.runAsync(
                    () -> scene.federation().realm().users().get(ada).remove());
            await().atMost(ofSeconds(20)).until(() -> identity.waiting() > 0);
            copied = CompletableFuture.runAsync(() -> replay(nodes.b(), "delivered"));
            hastened = CompletableFuture.runAsync(() -> replay(nodes.b(), "waiting"));
            await().atMost(ofSeconds(20)).until(() -> identity.waiting() > 2 || copied.isDone());
        }
        CompletableFuture.allOf(removal, copied, hastened).join();

        assertThat(database.firstColumn("select id from outbox_entry where correlation_id like '%:r%'"))
                .as("what was replayed")
                .hasSize(1);
        assertThat(messagesOf("Ada", database)).isEmpty();
    }

    private void replay(KeycloakServer node, String state) {
        node.admin().post(scene.federation().path("/interlieux/venues/fabrique/replay?state=" + state), "");
    }

    /** To La Fabrique. */
    private static List<?> messagesOf(String name, ServerDatabase database) {
        return database.firstColumn(
                "select e.id from outbox_entry e join identity_provider i on i.internal_id = e.owner_id"
                        + " where i.provider_alias = 'fabrique' and e.payload like '%" + name + "%'");
    }

    @Test
    void recordOfAKilledNodeIsDeliveredByTheOther(TwoNodes nodes) {
        scene.fabrique().misbehaviour().answerWebhooksWith(503);
        atA.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        assertThat(atA.isInside(scene.fabrique())).isTrue();
        await().atMost(ofSeconds(10))
                .until(() -> !scene.fabrique().misbehaviour().webhookAttempts().isEmpty());
        String id = scene.fabrique().misbehaviour().webhookAttempts().get(0).webhookId();

        nodes.a().kill();
        scene.fabrique().misbehaviour().reset();

        assertThat(told(scene.fabrique(), 1).get(0).webhookId()).isEqualTo(id);
        atA.at(scene.fabrique());
        assertThat(atA.isInside(scene.fabrique()))
                .as("her session and her visit outlive the node")
                .isTrue();
        nodes.a().start();
        assertThat(nodes.a()
                        .admin()
                        .get(scene.federation().path(""))
                        .path("realm")
                        .asText())
                .isEqualTo(scene.federation().name());
    }

    @Test
    void lastYesOfTheVenueCountsAtTheOtherNodeAndAfterBothWereRestarted(TwoNodes nodes) {
        scene.federation().change("atelier", Map.of("accessWhenUnknown", "last-answer"));
        atA.at(scene.library()).comeFromAtelier(Scene.ADA);
        atA.at(scene.fabrique());
        assertThat(atA.seesArrivalPage()).as("the venue says yes").isTrue();
        atA.tap("not-now");
        Scene.control(scene.atelier(), "{\"down\": true}");

        atA.visitor().callFrom(nodes.nearB());
        atA.at(scene.fabrique());
        assertThat(atA.seesArrivalPage()).as("kept by one, known to the other").isTrue();
        atA.tap("not-now");
        nodes.both().forEach(KeycloakServer::stop);
        nodes.both().forEach(KeycloakServer::start);

        for (InetAddress node : List.of(nodes.nearA(), nodes.nearB())) {
            atA.visitor().callFrom(node);
            atA.at(scene.fabrique());
            assertThat(atA.seesArrivalPage()).isTrue();
            atA.tap("not-now");
            atA.at(scene.phare());
            assertThat(atA.seesDenial()).as("never asked about this host").isTrue();
        }
    }

    /** Once it is exactly that much; then nothing more is on its way, for each change of a visit is told once. */
    private List<Told> told(DemoVenue site, int messages) {
        return await().atMost(ofSeconds(30)).until(() -> scene.told(site), told -> told.size() == messages);
    }

    /** Ids of the visits that are open as far as these messages tell. */
    private static List<String> open(List<Told> messages) {
        List<String> ended = messages.stream()
                .filter(told -> told.type().equals("visit.exit"))
                .map(Told::visitId)
                .toList();
        return messages.stream()
                .filter(told -> told.type().equals("visit.entry"))
                .map(Told::visitId)
                .filter(visit -> !ended.contains(visit))
                .toList();
    }

    private static void assertRefused(Guest guest) {
        assertThat(guest.visitor().status())
                .as(guest.visitor().location() + "\n" + guest.visitor().text())
                .isGreaterThanOrEqualTo(400);
    }

    private String ada() {
        return scene.federation().members("atelier").get(0).getId();
    }

    /** Aliases that this node lists to anyone. */
    private List<String> listedAt(KeycloakServer node) {
        URI list = URI.create(node.ownUrl() + "/realms/" + scene.federation().name() + "/venues");
        try {
            HttpResponse<String> answer =
                    HTTP.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 404
                    ? List.of()
                    : JSON.readTree(answer.body()).findValuesAsText("alias");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean offers(Guest guest, String venue) {
        return guest.visitor().sees("button[name=venue][value=" + venue + "]");
    }

    private static Guest near(TwoNodes nodes, int node) {
        Guest guest = new Guest();
        guest.visitor().callFrom(node == 0 ? nodes.nearA() : nodes.nearB());
        return guest;
    }
}
