package org.interlieux.it.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.interlieux.it.delivery.Receiver.Answer;
import org.interlieux.it.delivery.Receiver.Received;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The receiver is broken in some way; what it was to be told reaches it when it is well again. */
class ReceiverFaultIT {
    @RegisterExtension
    static final OwnKeycloak KEYCLOAK =
            new OwnKeycloak(options -> options.argument("--spi-events-listener--venue-visits--retry-seconds=1,1,1,1,2")
                    .argument("--spi-events-listener--venue-visits--sweep-millis=200"));

    private final Receiver receiver = new Receiver();
    private final Guest ada = new Guest();
    private Scene scene;
    private Outbox outbox;

    @BeforeEach
    void fabriqueReceives(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().change("fabrique", Map.of("webhookUrl", receiver.url()));
        outbox = Outbox.of(scene.federation(), "fabrique");
    }

    @AfterEach
    void close() {
        receiver.close();
        ada.close();
        scene.close();
    }

    static Stream<Named<Consumer<Receiver>>> faults() {
        return Stream.of(
                Named.of("refuses connections", Receiver::refuse),
                Named.of("resets connections", Receiver::reset),
                Named.of("500", receiver -> receiver.answer(500)),
                Named.of("507, its disk is full", receiver -> receiver.answer(507)),
                Named.of("404", receiver -> receiver.answer(404)),
                Named.of(
                        "redirects",
                        receiver -> receiver.answer(request -> new Answer(302, Map.of("Location", "/elsewhere"), ""))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void messageArrivesOnceTheReceiverIsWell(Consumer<Receiver> fault) {
        fault.accept(receiver);
        enter();
        await().atMost(ofSeconds(10)).until(() -> attempts() >= 2);

        receiver.recover();

        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DELIVERED")));
        assertThat(receiver.received())
                .extracting(Received::webhookId)
                .hasSizeGreaterThan(0)
                .containsOnly(receiver.received().get(0).webhookId());
        assertThat(scene.told(scene.atelier()))
                .as("the other venue was told meanwhile")
                .hasSize(1);
    }

    @Test
    void receiverThatHangsHoldsNobodyElseUp() {
        receiver.hang();
        Instant start = Instant.now();
        enter();
        await().atMost(ofSeconds(5)).until(() -> scene.told(scene.atelier()).size() == 1);
        assertThat(Duration.between(start, Instant.now())).isLessThan(ofSeconds(15));
        await().atMost(ofSeconds(25)).until(() -> attempts() == 1);
        receiver.recover();
        await().atMost(ofSeconds(25)).until(() -> outbox.states().equals(List.of("DELIVERED")));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void receiverMayAskForSecondsOfPeace(int status) {
        assertWaits(new Answer(status, Map.of("Retry-After", "4"), ""), ofSeconds(4));
    }

    @Test
    void receiverMayNameTheMomentToComeBack() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(8).atZone(ZoneOffset.UTC));
        assertWaits(new Answer(503, Map.of("Retry-After", date), ""), ofSeconds(3));
    }

    /** A message that comes meanwhile waits too: it is the receiver that wants its peace. */
    private void assertWaits(Answer answer, Duration atLeast) {
        receiver.answer(request -> answer);
        enter();
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == 1);
        Instant asked = receiver.received().get(0).at();
        receiver.recover();
        leave();

        await().atMost(ofSeconds(20)).until(() -> outbox.states().equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(receiver.received().get(1).at()).isAfter(asked.plus(atLeast));
    }

    @Test
    void goneReceiverIsLeftAloneUntilItsVenueIsSaved() {
        receiver.answer(410);
        enter();
        await().atMost(ofSeconds(5)).until(() -> outbox.standing().equals(List.of("PAUSED")));
        receiver.recover();
        leave();
        await().during(ofSeconds(2))
                .atMost(ofSeconds(4))
                .until(() -> receiver.received().size() == 1);
        assertThat(outbox.states()).containsExactly("PENDING", "PENDING");
        assertThat(findings("fabrique")).contains("webhook-paused");
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_PAUSED");

        scene.federation().change("fabrique", Map.of());

        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(findings("fabrique")).isEmpty();
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_RESUMED");
    }

    @Test
    void receiverThatFailsForADayIsProbedAndGetsAllAfterTheFirstSuccess() {
        receiver.answer(500);
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);
        outbox.failingLonger(ofHours(25));
        await().atMost(ofSeconds(5)).until(() -> outbox.standing().equals(List.of("FAILING")));
        leave();
        enter();
        int tried = receiver.received().size();
        await().during(ofSeconds(3))
                .atMost(ofSeconds(5))
                .until(() -> receiver.received().size() == tried);
        assertThat(findings("fabrique")).contains("webhook-failing");
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_FAILING");

        outbox.failingLonger(ofDays(2));
        outbox.probeNow();
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == tried + 1);
        receiver.recover();
        await().during(ofSeconds(1))
                .atMost(ofSeconds(3))
                .until(() -> receiver.received().size() == tried + 1);
        outbox.probeNow();

        await().atMost(ofSeconds(5))
                .until(() -> outbox.states().equals(List.of("DELIVERED", "DELIVERED", "DELIVERED")));
        assertThat(findings("fabrique")).isEmpty();
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_BACK");
    }

    @Test
    void messageIsADeadLetterWhenTheScheduleEndsAndIsKeptForThirtyDays() {
        receiver.answer(500);
        enter();
        await().atMost(ofSeconds(30)).until(() -> outbox.states().equals(List.of("DEAD_LETTER")));
        assertThat(receiver.received()).hasSize(6);
        outbox.doneLonger(29);
        await().during(ofMillis(800))
                .atMost(ofSeconds(3))
                .until(() -> outbox.states().size() == 1);

        outbox.doneLonger(2);

        await().atMost(ofSeconds(5)).until(() -> outbox.states().isEmpty());
        receiver.recover();
        leave();
        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DELIVERED")));
        outbox.doneLonger(8);
        await().atMost(ofSeconds(5)).until(() -> outbox.states().isEmpty());
    }

    @Test
    void disabledVenueGetsItsMessagesWhenItIsEnabledAgain() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);
        scene.federation().enable("fabrique", false);
        receiver.recover();
        await().during(ofSeconds(3)).atMost(ofSeconds(5)).until(() -> receiver.received()
                .isEmpty());
        assertThat(outbox.states()).containsExactly("PENDING");

        scene.federation().enable("fabrique", true);

        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED")));
    }

    @Test
    void venueThatIsNotToldAnyMoreGetsNothing() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);

        scene.federation().change("fabrique", Map.of("webhookUrl", ""));

        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DEAD_LETTER")));
    }

    @Test
    void removedVenueLeavesNothing() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);

        scene.federation().realm().identityProviders().get("fabrique").remove();

        await().atMost(ofSeconds(10))
                .until(() -> outbox.states().isEmpty() && outbox.standing().isEmpty());
    }

    @Test
    void venueThatAnImportOverwritesKeepsWhatWaits() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);
        ObjectNode overwrite = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
        overwrite
                .putArray("identityProviders")
                .add(scene.server().admin().get(scene.federation().path("/identity-provider/instances/fabrique")));

        scene.server().admin().post(scene.federation().path("/partialImport"), overwrite.toString());
        receiver.recover();

        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DELIVERED")));
    }

    @Test
    void removedRealmLeavesNothing() {
        receiver.refuse();
        enter();
        Outbox home = Outbox.of(scene.federation(), "atelier");
        await().atMost(ofSeconds(5))
                .until(() -> attempts() >= 1 && home.states().equals(List.of("DELIVERED")));

        scene.federation().remove();

        await().atMost(ofSeconds(10)).until(() -> Stream.of(outbox, home)
                .allMatch(rows -> rows.states().isEmpty() && rows.standing().isEmpty()));
        scene = Scene.set(scene.server());
    }

    @Test
    void monitoringSeesWhatArrivesAndWhatWaits() {
        receiver.answer(500);
        enter();
        await().atMost(ofSeconds(15)).untilAsserted(() -> assertThat(metrics())
                .containsPattern("interlieux_deliveries_total\\{outcome=\"failed\",?\\} [1-9]")
                .containsPattern("interlieux_deliveries\\{state=\"waiting\",?\\} [1-9]"));

        receiver.recover();

        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(metrics())
                .containsPattern("interlieux_deliveries_total\\{outcome=\"delivered\",?\\} [1-9]")
                .contains("interlieux_delivery_delay_seconds_count")
                .containsPattern("interlieux_deliveries\\{state=\"waiting\",?\\} 0"));
    }

    private String metrics() {
        try (InputStream metrics =
                URI.create(scene.server().managementUrl() + "/metrics").toURL().openStream()) {
            return new String(metrics.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void enter() {
        ada.at(scene.fabrique());
        if (ada.seesPicker()) {
            ada.choose("atelier");
        }
        if (!ada.seesArrivalPage()) {
            ada.logInAsDokosMember(Scene.ADA);
        }
        ada.arrive();
        assertThat(ada.isInside(scene.fabrique())).isTrue();
    }

    private void leave() {
        ada.leave(scene.fabrique());
    }

    private int attempts() {
        return scene
                .server()
                .database()
                .firstColumn("select failures from interlieux_receiver where venue_id = '" + outbox.venueId() + "'")
                .stream()
                .map(String::valueOf)
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private List<String> findings(String alias) {
        return elements(scene.federation().interlieux("health").path("venues"))
                .filter(venue -> venue.path("alias").asText().equals(alias))
                .flatMap(venue -> elements(venue.path("findings")))
                .map(finding -> finding.path("code").asText())
                .filter(code -> code.startsWith("webhook-"))
                .toList();
    }

    private List<String> adminEvents() {
        return elements(scene.server().admin().get(scene.federation().path("/admin-events?max=200")))
                .map(event -> event.path("resourceType").asText())
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
