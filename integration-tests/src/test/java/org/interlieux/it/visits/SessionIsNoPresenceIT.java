package org.interlieux.it.visits;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of a login session ends no visit, unless the host says that running out does. */
@ExtendWith(SharedKeycloak.class)
class SessionIsNoPresenceIT {
    private static final Duration IDLE = Duration.ofMinutes(30);

    /** Keycloak looks once a minute. */
    private static final Duration A_CLEAN_UP = Duration.ofSeconds(90);

    private final Guest ada = new Guest();
    private Scene scene;
    private VisitRows rows;

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        rows = VisitRows.of(scene);
        var realm = scene.federation().realm().toRepresentation();
        realm.setSsoSessionIdleTimeout(Math.toIntExact(IDLE.toSeconds()));
        scene.federation().realm().update(realm);
    }

    @AfterEach
    void close() {
        ada.close();
        scene.close();
    }

    @Test
    void wholeWorkingDayIsOneVisit() {
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        rows.pass(Duration.ofHours(4));
        rows.passInSessions(Duration.ofHours(4));
        await().atMost(A_CLEAN_UP).until(() -> rows.sessions() == 0);
        try (Guest afternoon = new Guest()) {
            afternoon.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(afternoon.isInside(scene.fabrique())).isTrue();
            rows.pass(Duration.ofHours(4));
            afternoon.leave(scene.fabrique());
        }

        List<Told> told = await().atMost(ofSeconds(20))
                .until(() -> scene.told(scene.fabrique()), messages -> messages.size() == 2);
        assertThat(told).extracting(Told::type).containsExactly("visit.entry", "visit.exit");
        assertThat(told.get(1).visit().path("exit_reason").asText()).isEqualTo("logout");
        assertThat(scene.visits()).isEqualTo(1);
    }

    @Test
    void sessionThatRunsOutIsAnExitWhereTheHostSaysSoAndNoOtherEndIs() {
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true"));
        scene.federation().change("phare", Map.of("exitOnSessionExpiry", "true"));
        try (Guest chloe = new Guest();
                Guest chloeAtTheLibrary = new Guest();
                Guest laptop = new Guest()) {
            chloe.at(scene.phare())
                    .choose("fabrique")
                    .logInAsDokosMember(Scene.CHLOE)
                    .arrive();
            scene.federation().realm().logoutAll(); // no exit, and Keycloak makes no event of it
            chloeAtTheLibrary.at(scene.library()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            rows.passInSessions(Duration.ofMinutes(20));
            laptop.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(rows.sessions()).isEqualTo(3);

            rows.passInSessions(Duration.ofMinutes(20));
            await().atMost(A_CLEAN_UP).until(() -> rows.sessions() == 1);
            await().during(ofSeconds(3)).until(() -> scene.openVisits() == 2);

            rows.pass(Duration.ofHours(1));
            Instant ranOut =
                    rows.lastSessionRefresh().minus(Duration.ofMinutes(20)).plus(IDLE);
            rows.passInSessions(Duration.ofMinutes(20));
            Told exit = await()
                    .atMost(A_CLEAN_UP)
                    .until(() -> scene.told(scene.fabrique()), messages -> messages.stream()
                            .anyMatch(told -> told.type().equals("visit.exit")))
                    .stream()
                    .filter(told -> told.type().equals("visit.exit"))
                    .findFirst()
                    .orElseThrow();

            assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("expired");
            assertThat(exit.visit().path("exit_estimated").asBoolean()).isTrue();
            assertThat(Instant.parse(exit.visit().path("exited_at").asText())).isEqualTo(ranOut);
            assertThat(exit.host()).isEqualTo("fabrique");
            assertThat(scene.openVisits()).as("Chloé, who is still there").isEqualTo(1);
        }
    }
}
