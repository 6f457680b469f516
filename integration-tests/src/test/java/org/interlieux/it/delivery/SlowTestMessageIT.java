package org.interlieux.it.delivery;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interlieux.it.delivery.Receiver.Answer;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An admin tries whether a venue receives. */
@ExtendWith(SharedKeycloak.class)
class SlowTestMessageIT {
    private final Receiver receiver = new Receiver();
    private Scene scene;

    @BeforeEach
    void fabriqueReceives(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().change("fabrique", Map.of("webhookUrl", receiver.url()));
    }

    @AfterEach
    void close() {
        receiver.close();
        scene.close();
    }

    @Test
    void nothingIsHeldInTheDatabaseWhileTheReceiverThinks() {
        List<String> meanwhile = new ArrayList<>();
        receiver.answer(request -> {
            meanwhile.addAll(adminEvents());
            return Answer.status(204);
        });

        assertThat(test()).isEqualTo("delivered");

        assertThat(meanwhile).as("committed before it was sent").contains("INTERLIEUX_WEBHOOK_TEST");
    }

    @Test
    void testThatArrivesEndsAPause() {
        Outbox outbox = Outbox.of(scene.federation(), "fabrique");
        receiver.answer(410);
        try (Guest ada = new Guest()) {
            ada.enter(scene.fabrique(), "atelier", Scene.ADA);
        }
        await().atMost(ofSeconds(5)).until(() -> outbox.standing().equals(List.of("PAUSED")));
        assertThat(test()).isEqualTo("refused");
        assertThat(outbox.standing()).containsExactly("PAUSED");
        receiver.recover();

        assertThat(test()).isEqualTo("delivered");

        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED")));
        assertThat(adminEvents()).contains("INTERLIEUX_WEBHOOK_RESUMED");
    }

    private String test() {
        return scene.server()
                .admin()
                .post(scene.federation().path("/interlieux/venues/fabrique/test"), "")
                .path("outcome")
                .asText();
    }

    private List<String> adminEvents() {
        return scene.server()
                .admin()
                .get(scene.federation().path("/admin-events?max=200"))
                .findValuesAsText("resourceType");
    }
}
