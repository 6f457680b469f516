package org.interlieux.it.api;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.admin.client.Keycloak;

/** What admins do about visits and messages, and who may. */
@ExtendWith(SharedKeycloak.class)
class AdminVisitsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "demo";

    private Scene scene;
    private Federation federation;
    private final Guest ada = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        federation = scene.federation();
    }

    @AfterEach
    void close() {
        ada.close();
        scene.close();
    }

    @Test
    void forgottenVisitIsClosedAndTheVenuesAreTold() {
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        String visit = visits().path(0).path("visit").path("id").asText();

        JsonNode closed = post("visits/" + visit + "/close");

        assertThat(closed.path("visit").path("exit_reason").asText()).isEqualTo("admin");
        assertThat(closed.path("visit").path("exit_estimated").asBoolean()).isFalse();
        await().atMost(ofSeconds(20)).until(() -> List.of(scene.atelier(), scene.fabrique()).stream()
                .allMatch(site -> scene.told(site).stream()
                        .map(Told::type)
                        .toList()
                        .equals(List.of("visit.entry", "visit.exit"))));
        assertThat(status("POST", "visits/" + visit + "/close")).as("twice").isEqualTo(409);
        assertThat(status("POST", "visits/nothing/close")).isEqualTo(404);
        assertThat(adminEvents()).contains("INTERLIEUX_VISIT_CLOSE");
    }

    @Test
    void messageThatWasGivenUpIsSeenAndSentAgain() {
        scene.fabrique().misbehaviour().answerWebhooksWith(410);
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        await().atMost(ofSeconds(20))
                .until(() -> !scene.fabrique().misbehaviour().webhookAttempts().isEmpty());
        scene.fabrique().misbehaviour().reset();
        JsonNode waiting = await().atMost(ofSeconds(20))
                .until(
                        () -> deliveries("fabrique", "waiting"),
                        found -> !found.isEmpty()
                                && found.path(0).path("attempts").asInt() > 0);
        assertThat(waiting.path(0).path("type").asText()).isEqualTo("visit.entry");
        assertThat(waiting.toString()).as("not what is in it").doesNotContain("Ada");
        String id = waiting.path(0).path("id").asText();

        assertThat(status("POST", "venues/fabrique/deliveries/" + id + "/replay"))
                .isEqualTo(204);

        await().atMost(ofSeconds(20)).until(() -> scene.told(scene.fabrique()).size() == 1);
        assertThat(scene.told(scene.fabrique()).get(0).webhookId())
                .isEqualTo(waiting.path(0).path("webhook_id").asText());
        assertThat(status("POST", "venues/atelier/deliveries/" + id + "/replay"))
                .as("of another venue")
                .isEqualTo(404);
        assertThat(adminEvents()).contains("INTERLIEUX_REPLAY");
    }

    @Test
    void whatArrivedIsSentAgainUnderANewId() {
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        await().atMost(ofSeconds(20))
                .until(() -> deliveries("fabrique", "delivered").size() == 1);

        JsonNode replayed = post("venues/fabrique/replay?state=delivered&from=2026-01-01T00:00:00Z");

        assertThat(replayed.path("replayed").asInt()).isEqualTo(1);
        List<Told> told = await().atMost(ofSeconds(20))
                .until(() -> scene.told(scene.fabrique()), messages -> messages.size() == 2);
        assertThat(told.get(1).webhookId()).isNotEqualTo(told.get(0).webhookId());
        assertThat(told.get(1).body()).isEqualTo(told.get(0).body());
        assertThat(status("POST", "venues/fabrique/replay?state=lost")).isEqualTo(400);
        assertThat(status("POST", "venues/fabrique/replay?from=then")).isEqualTo(400);
    }

    @Test
    void testMessageTellsWhetherTheVenueReceives() {
        assertThat(post("venues/fabrique/test").path("outcome").asText()).isEqualTo("delivered");
        assertThat(scene.told(scene.fabrique())).extracting(Told::type).containsExactly("webhook.test");

        scene.fabrique().misbehaviour().answerWebhooksWith(503);
        JsonNode refused = post("venues/fabrique/test");
        assertThat(refused.path("outcome").asText()).isEqualTo("refused");
        assertThat(refused.path("status").asInt()).isEqualTo(503);
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive(); // else there is nothing to ask about
        federation.change("fabrique", Map.of("webhookUrl", ""));
        assertThat(post("venues/fabrique/test").path("outcome").asText()).isEqualTo("not_sent");
        assertThat(status("POST", "venues/nowhere/test")).isEqualTo(404);
        assertThat(status("POST", "venues/fabrique/verify")).isEqualTo(204);
        assertThat(status("POST", "venues/fabrique/webhook-key")).isEqualTo(200);
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_TEST", "INTERLIEUX_VERIFY", "INTERLIEUX_WEBHOOK_KEY");
    }

    @Test
    void eachRoleOpensWhatItIsFor(KeycloakServer server) {
        Map<String, List<Integer>> expected = Map.of(
                "view-realm", List.of(403, 403, 403, 403, 403, 403),
                "view-users", List.of(403, 403, 403, 403, 403, 403),
                "view-visits", List.of(200, 200, 403, 403, 403, 403),
                "manage-visits", List.of(200, 200, 404, 200, 200, 409));
        expected.forEach((role, statuses) -> {
            addAdminWith(role);
            try (Keycloak admin =
                    Keycloak.getInstance(server.url(), federation.name(), "admin-" + role, PASSWORD, "admin-cli")) {
                String token = admin.tokenManager().getAccessTokenString();
                assertThat(List.of(
                                status(token, "GET", "visits"),
                                status(token, "GET", "venues/fabrique/deliveries"),
                                status(token, "POST", "visits/nothing/close"),
                                status(token, "POST", "venues/fabrique/replay"),
                                status(token, "POST", "venues/fabrique/test"),
                                status(token, "POST", "venues/phare/verify")))
                        .as(role)
                        .isEqualTo(statuses);
                assertThat(status(token, "POST", "venues/fabrique/webhook-key"))
                        .as("keys need more")
                        .isEqualTo(403);
            }
        });
        assertThat(status("nonsense", "GET", "visits")).isEqualTo(401);
    }

    private void addAdminWith(String role) {
        var user = federation.addUser("admin-" + role, PASSWORD);
        var management =
                federation.realm().clients().findByClientId("realm-management").get(0);
        federation
                .realm()
                .users()
                .get(user.getId())
                .roles()
                .clientLevel(management.getId())
                .add(List.of(federation
                        .realm()
                        .clients()
                        .get(management.getId())
                        .roles()
                        .get(role)
                        .toRepresentation()));
    }

    private JsonNode visits() {
        return federation.interlieux("visits").path("visits");
    }

    private JsonNode deliveries(String venue, String state) {
        return federation
                .interlieux("venues/" + venue + "/deliveries?state=" + state)
                .path("deliveries");
    }

    private JsonNode post(String path) {
        return federation.admin().post(federation.path("/interlieux/" + path), "");
    }

    private int status(String method, String path) {
        return federation
                .admin()
                .send(method, federation.path("/interlieux/" + path), null)
                .statusCode();
    }

    private int status(String token, String method, String path) {
        URI url = URI.create(federation.server().url() + "/admin" + federation.path("/interlieux/" + path));
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(url)
                                    .header("Authorization", "Bearer " + token)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> adminEvents() {
        return federation.admin().get(federation.path("/admin-events?max=50")).findValuesAsText("resourceType");
    }
}
