package org.interlieux.it.venues;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A first login makes an account before the rule is asked; one that was never let in does not stay. */
@ExtendWith(SharedKeycloak.class)
class NewcomerIT {

    @Test
    void accountThatWasNeverLetInIsRemovedAfterADay(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest ada = new Guest();
                Guest bob = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);
            assertThat(bob.seesDenial()).isTrue();
            assertThat(scene.federation().members("atelier")).hasSize(2);

            aDayPasses(server);

            await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(
                            scene.federation().members("atelier"))
                    .singleElement()
                    .satisfies(member -> assertThat(member.getFirstName()).isEqualTo("Ada")));
            assertThat(ada.at(scene.fabrique()).isInside(scene.fabrique())).isTrue();
            bob.at(scene.fabrique()).choose("atelier");
            assertThat(bob.seesDenial()).as("asked again, like anybody new").isTrue();
        }
    }

    @Test
    void accountThatWasLetInLaterStays(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest bob = new Guest()) {
            bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);
            assertThat(bob.seesDenial()).isTrue();
            bob.at(scene.library()).choose("atelier");
            assertThat(bob.isInside(scene.library())).isTrue();

            assertThat(newcomers(server))
                    .doesNotContain(scene.federation().members("atelier").get(0).getId());
        }
    }

    private static Iterable<String> newcomers(KeycloakServer server) {
        return server.database().firstColumn("select user_id from interlieux_newcomer").stream()
                .map(String::valueOf)
                .toList();
    }

    private static void aDayPasses(KeycloakServer server) {
        server.database()
                .execute("update interlieux_newcomer set since = since - "
                        + Duration.ofHours(25).toMillis());
    }
}
