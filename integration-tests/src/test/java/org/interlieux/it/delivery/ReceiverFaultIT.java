package org.interlieux.it.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.interlieux.it.scene.Scene;
import org.junit.jupiter.api.Test;

/** What becomes of a receiver's messages when it is gone, fails for long, or is changed by an admin. The waits pass in the database. */
class ReceiverFaultIT extends FabriqueIsTold {
    private static final Duration NEXT_TRY = ofMinutes(1);
    private static final Duration PROBE = ofMinutes(15);

    @Test
    void goneReceiverIsLeftAloneUntilItsVenueIsSaved() {
        receiver.answer(410);
        enter();
        await().atMost(ofSeconds(5)).until(() -> outbox.standing().equals(List.of("PAUSED")));
        receiver.recover();
        leave();
        outbox.pass(ofHours(1));
        await().during(ofSeconds(1))
                .atMost(ofSeconds(3))
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
        outbox.pass(ofHours(25));
        await().atMost(ofSeconds(5)).until(() -> outbox.standing().equals(List.of("FAILING")));
        leave();
        enter();
        int tried = receiver.received().size();
        outbox.pass(ofMinutes(10));
        await().during(ofSeconds(1))
                .atMost(ofSeconds(3))
                .until(() -> receiver.received().size() == tried);
        assertThat(findings("fabrique")).contains("webhook-failing");
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_FAILING");

        outbox.pass(PROBE);
        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == tried + 1);
        receiver.recover();
        await().during(ofSeconds(1))
                .atMost(ofSeconds(3))
                .until(() -> receiver.received().size() == tried + 1);
        outbox.pass(PROBE);

        await().atMost(ofSeconds(5))
                .until(() -> outbox.states().equals(List.of("DELIVERED", "DELIVERED", "DELIVERED")));
        assertThat(findings("fabrique")).isEmpty();
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_BACK");
    }

    @Test
    void disabledVenueGetsItsMessagesWhenItIsEnabledAgain() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);
        scene.federation().enable("fabrique", false);
        receiver.recover();
        outbox.pass(NEXT_TRY);
        await().during(ofSeconds(1)).atMost(ofSeconds(3)).until(() -> receiver.received()
                .isEmpty());
        assertThat(outbox.states()).containsExactly("PENDING");

        scene.federation().enable("fabrique", true);

        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED")));
    }

    @Test
    void disabledRealmKeepsWhatWaitsForAnHourOrTwo() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);
        enableRealm(false);
        receiver.recover();
        outbox.pass(NEXT_TRY);
        await().atMost(ofSeconds(5)).until(() -> outbox.dueIn().compareTo(ofMinutes(50)) > 0);
        assertThat(receiver.received()).isEmpty();
        enableRealm(true); // of which no event tells

        outbox.pass(ofHours(1));

        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED")));
    }

    private void enableRealm(boolean enabled) {
        var realm = scene.federation().realm().toRepresentation();
        realm.setEnabled(enabled);
        scene.federation().realm().update(realm);
    }

    @Test
    void venueThatIsNotToldAnyMoreGetsNothingAndWhatIsDoneIsKeptForAWhile() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() >= 1);

        scene.federation().change("fabrique", Map.of("webhookUrl", ""));

        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DEAD_LETTER")));
        outbox.doneLonger(29);
        await().during(ofMillis(800))
                .atMost(ofSeconds(3))
                .until(() -> outbox.states().size() == 1);
        outbox.doneLonger(2);
        await().atMost(ofSeconds(5)).until(() -> outbox.states().isEmpty());
        scene.federation().change("fabrique", Map.of("webhookUrl", receiver.url()));
        receiver.recover();
        leave();
        outbox.pass(ofMinutes(6));
        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DELIVERED")));
        outbox.doneLonger(6);
        await().during(ofMillis(800))
                .atMost(ofSeconds(3))
                .until(() -> outbox.states().size() == 1);
        outbox.doneLonger(2);
        await().atMost(ofSeconds(5)).until(() -> outbox.states().isEmpty());
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
        outbox.pass(NEXT_TRY);

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
        outbox.pass(NEXT_TRY);

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

    private int attempts() {
        return outbox.failures();
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
