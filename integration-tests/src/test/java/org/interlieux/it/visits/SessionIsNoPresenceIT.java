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

        for (int hour = 1; hour <= 8; hour++) {
            anHourPasses();
            if (hour % 3 == 0) {
                try (Guest again = new Guest()) {
                    again.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
                    assertThat(again.isInside(scene.fabrique())).isTrue();
                }
            }
        }
        try (Guest evening = new Guest()) {
            evening.at(scene.fabrique()).comeFromAtelier(Scene.ADA).leave(scene.fabrique());
        }

        List<Told> told = await().atMost(ofSeconds(20))
                .until(() -> scene.told(scene.fabrique()), messages -> messages.size() == 2);
        assertThat(told).extracting(Told::type).containsExactly("visit.entry", "visit.exit");
        assertThat(told.get(1).visit().path("exit_reason").asText()).isEqualTo("logout");
        assertThat(scene.visits()).isEqualTo(1);
    }

    @Test
    void sessionThatRunsOutIsAnExitWhereTheHostSaysSo() {
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true"));
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        Instant ranOut = rows.lastSessionRefresh().minus(Duration.ofMinutes(40)).plus(IDLE);

        rows.pass(Duration.ofHours(1));
        rows.passInSessions(Duration.ofMinutes(40));

        Told exit = await().atMost(ofSeconds(20))
                .until(() -> scene.told(scene.fabrique()), messages -> messages.size() == 2)
                .get(1);

        assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("expired");
        assertThat(exit.visit().path("exit_estimated").asBoolean()).isTrue();
        assertThat(Instant.parse(exit.visit().path("exited_at").asText())).isEqualTo(ranOut);
    }

    @Test
    void sessionOfAnotherServiceThatRunsOutIsNoExit() {
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true"));
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        scene.federation().realm().logoutAll();
        try (Guest elsewhere = new Guest()) {
            elsewhere.at(scene.library()).comeFromAtelier(Scene.ADA);
            assertThat(elsewhere.isInside(scene.library())).isTrue();

            anHourPasses();
        }

        assertThat(scene.openVisits()).isEqualTo(1);
        await().during(ofSeconds(3)).until(() -> scene.openVisits() == 1);
    }

    @Test
    void laterLoginAtTheSameBadgeClientKeepsTheVisitOpen() {
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true"));
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        rows.passInSessions(Duration.ofMinutes(20));
        try (Guest laptop = new Guest()) {
            laptop.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(laptop.isInside(scene.fabrique())).isTrue();
            assertThat(rows.sessions()).isEqualTo(2);

            rows.passInSessions(Duration.ofMinutes(20));
            await().atMost(ofSeconds(20)).until(() -> rows.sessions() == 1);
            await().during(ofSeconds(3)).until(() -> scene.openVisits() == 1);

            rows.passInSessions(Duration.ofMinutes(20));
            await().atMost(ofSeconds(20)).until(() -> scene.openVisits() == 0);
        }
    }

    private void anHourPasses() {
        rows.pass(Duration.ofHours(1));
        rows.passInSessions(Duration.ofHours(1));
        await().atMost(ofSeconds(20)).until(() -> rows.sessions() == 0);
    }
}
