package org.interlieux.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.ListeningSocket;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OwnKeycloak.class)
class ServerIT {

    @Test
    void listensOnLoopbackOnly(KeycloakServer server) {
        assertThat(server.listeningSockets())
                .isNotEmpty()
                .allMatch(ListeningSocket::isOnLoopback)
                .anyMatch(socket -> server.url().endsWith(":" + socket.port()))
                .anyMatch(socket -> server.managementUrl().endsWith(":" + socket.port()));
    }

    @Test
    void keepsWhatWasCommittedBeforeItWasKilled(KeycloakServer server) {
        server.admin().post("/realms", "{\"realm\": \"kept\", \"enabled\": true}");

        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();

        assertThat(server.admin().get("/realms/kept").path("realm").asText()).isEqualTo("kept");
        assertThat(server.database().firstColumn("select name from realm where name = 'kept'"))
                .containsExactly("kept");
    }
}
