package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** A member who is refused at the door has guessed no password: Keycloak's brute-force detection, which the realm has on, must not count it. */
@ExtendWith(SharedKeycloak.class)
class FiftyDenialsIT {
    private static final int EACH_WAY = 25;

    private Scene scene;
    private final Guest bob = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void close() {
        bob.close();
        scene.close();
    }

    @Test
    void fiftyDenialsDoNotLockTheAccount() {
        bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);
        for (int denials = 1; denials < EACH_WAY; denials++) {
            assertDenied();
            bob.at(scene.fabrique()).choose("atelier");
        }
        assertDenied();
        bob.at(scene.library()).choose("atelier");
        assertThat(bob.isInside(scene.library())).isTrue();
        for (int denials = 0; denials < EACH_WAY; denials++) {
            bob.at(scene.fabrique());
            assertDenied();
        }
        assertThat(scene.federation().events("LOGIN_ERROR")).hasSizeGreaterThanOrEqualTo(2 * EACH_WAY);
        assertThat(failures(scene.federation().members("atelier").get(0)))
                .containsEntry("numFailures", 0)
                .containsEntry("disabled", false);

        Scene.control(scene.atelier(), "{\"credits\": {\"" + Scene.BOB + "\": true}}");
        bob.at(scene.fabrique()).arrive();

        assertThat(bob.isInside(scene.fabrique())).isTrue();
        assertThat(scene.openVisits()).isOne();
    }

    /** Else the test above would show nothing. */
    @Test
    void wrongPasswordIsCounted() {
        UserRepresentation user = scene.federation().addUser("porter", "right");
        bob.open(scene.federation().add(ServiceSettings.service("office")).loginUrl());

        bob.visitor().click("#own-account").logInToKeycloak("porter", "wrong");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(failures(user)).containsEntry("numFailures", 1));
    }

    private Map<String, Object> failures(UserRepresentation user) {
        return scene.federation().realm().attackDetection().bruteForceUserStatus(user.getId());
    }

    private void assertDenied() {
        assertThat(bob.visitor().status()).isEqualTo(403);
        assertThat(bob.seesDenial()).isTrue();
    }
}
