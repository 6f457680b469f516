package org.interlieux.it.delivery;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.it.delivery.Receiver.Answer;
import org.interlieux.it.delivery.Receiver.Received;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** What a receiver sees when it verifies with the official library. */
@ExtendWith(SharedKeycloak.class)
class SignatureIT {
    private static final String HS384 = "HS384";

    private final Receiver receiver = new Receiver();
    private final Guest ada = new Guest();
    private Scene scene;

    @BeforeEach
    void fabriqueReceives(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().change("fabrique", Map.of("webhookUrl", receiver.url()));
    }

    @AfterEach
    void close() {
        receiver.close();
        ada.close();
        scene.close();
    }

    @Test
    void everyMessageIsAcceptedAndEachTamperedOneIsRefused() {
        enter();
        leave();
        await().atMost(ofSeconds(10)).until(() -> receiver.received().size() == 2);
        JsonNode tested = post("test");
        post("verify");
        await().atMost(ofSeconds(10)).until(() -> receiver.received().size() == 4);
        String key = keys().get(0);
        assertThat(tested.path("outcome").asText()).isEqualTo("delivered");
        assertThat(receiver.received())
                .extracting(Received::type)
                .containsExactly("visit.entry", "visit.exit", "webhook.test", "visit.verify");

        assertThat(receiver.received()).allSatisfy(message -> {
            assertThat(isAccepted(message, key)).isTrue();
            assertThat(isAccepted(changed(message, "webhook-id", "msg_other"), key))
                    .isFalse();
            assertThat(isAccepted(
                            changed(
                                    message,
                                    "webhook-timestamp",
                                    String.valueOf(Long.parseLong(message.header("webhook-timestamp")) + 1)),
                            key))
                    .isFalse();
            assertThat(isAccepted(changed(message, "webhook-signature", "v1,AAAA"), key))
                    .isFalse();
            assertThat(isAccepted(
                            new Received(
                                    message.at(),
                                    message.headers(),
                                    message.body().replace("\"type\":\"", "\"type\":\"x")),
                            key))
                    .isFalse();
            assertThat(isAccepted(new Received(message.at(), message.headers(), message.body() + " "), key))
                    .isFalse();
        });
        String first = receiver.received().get(0).header("webhook-signature");
        assertThat(isAccepted(changed(receiver.received().get(1), "webhook-signature", first), key))
                .as("the signature of another message")
                .isFalse();
    }

    @Test
    void changeOfKeysLosesNoMessageAtAReceiverThatFollowsHalfWay() {
        String before = keys().get(0);
        acceptWith(before);
        enter();
        accepted(1);

        addMaster();
        passivate(oldMaster());
        String after = keys().get(0);
        assertThat(after).isNotEqualTo(before);
        assertThat(keys()).containsExactly(after, before);
        leave();
        accepted(2);
        acceptWith(after);
        enter();
        accepted(3);
        disable(oldMaster());
        assertThat(keys()).containsExactly(after);
        leave();
        accepted(4);

        assertThat(receiver.received()).as("each at the first attempt").hasSize(4);
        assertThat(isAccepted(receiver.received().get(3), before)).isFalse();
    }

    private void accepted(int messages) {
        Outbox outbox = Outbox.of(scene.federation(), "fabrique");
        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(Collections.nCopies(messages, "DELIVERED")));
    }

    private void acceptWith(String key) {
        receiver.answer(message -> Answer.status(isAccepted(message, key) ? 204 : 401));
    }

    private static boolean isAccepted(Received message, String key) {
        try {
            new Webhook(key).verify(message.body(), new HashMap<>(message.headers()));
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Received changed(Received message, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(message.headers());
        headers.put(header, List.of(value));
        return new Received(message.at(), headers, message.body());
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        post("webhook-key").path("keys").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    private JsonNode post(String what) {
        return scene.server().admin().post(scene.federation().path("/interlieux/venues/fabrique/" + what), "");
    }

    private void addMaster() {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("webhooks-hs384-next");
        key.setProviderId("hmac-generated");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setParentId(scene.federation().realm().toRepresentation().getId());
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("priority", "200");
        config.putSingle("algorithm", HS384);
        config.putSingle("secretSize", "64");
        key.setConfig(config);
        try (Response response = scene.federation().realm().components().add(key)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private ComponentRepresentation oldMaster() {
        return scene.federation()
                .realm()
                .components()
                .query(null, "org.keycloak.keys.KeyProvider", "webhooks-hs384")
                .get(0);
    }

    private void passivate(ComponentRepresentation key) {
        key.getConfig().putSingle("active", "false");
        scene.federation().realm().components().component(key.getId()).update(key);
    }

    private void disable(ComponentRepresentation key) {
        key.getConfig().putSingle("enabled", "false");
        scene.federation().realm().components().component(key.getId()).update(key);
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
}
