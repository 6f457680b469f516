package org.interlieux.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** La Fabrique is told by webhook, and its receiver does what a test says; Ada comes and goes. */
@ExtendWith(SharedKeycloak.class)
abstract class FabriqueIsTold {
    final Receiver receiver = new Receiver();
    final Guest ada = new Guest();
    Scene scene;
    Outbox outbox;

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

    void enter() {
        ada.enter(scene.fabrique(), "atelier", Scene.ADA);
        assertThat(ada.isInside(scene.fabrique())).isTrue();
    }

    void leave() {
        ada.leave(scene.fabrique());
    }
}
