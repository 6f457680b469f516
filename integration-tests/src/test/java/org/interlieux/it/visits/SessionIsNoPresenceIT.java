package org.interlieux.it.visits;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The end of a login session ends no visit, unless the host says that running out does. Four members' sessions run out before
 * the tests begin, and Keycloak has found them, for which it looks once a minute.
 */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionIsNoPresenceIT {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration A_CLEAN_UP = Duration.ofSeconds(90);

    private Scene scene;
    private VisitRows rows;

    /** When Dan's session at La Fabrique ran out, which says that this is an exit. */
    private Instant danRanOut = Instant.EPOCH;

    /**
     * Bob works at L'Atelier, which does not say so. Ada is at La Fabrique with two devices, and only the one runs out. Chloé's
     * session at Le Phare, which says so, was ended by an admin; what runs out is another of hers that led to no door.
     */
    @BeforeAll
    void sessionsRunOut(KeycloakServer server) {
        scene = Scene.set(server);
        rows = VisitRows.of(scene);
        var realm = scene.federation().realm().toRepresentation();
        realm.setSsoSessionIdleTimeout(Math.toIntExact(IDLE.toSeconds()));
        scene.federation().realm().update(realm);
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true"));
        scene.federation().change("phare", Map.of("exitOnSessionExpiry", "true"));
        try (Guest chloe = new Guest();
                Guest chloeAtTheLibrary = new Guest();
                Guest ada = new Guest();
                Guest laptop = new Guest();
                Guest dan = new Guest();
                Guest bob = new Guest()) {
            chloe.enter(scene.phare(), "fabrique", Scene.CHLOE);
            scene.federation().realm().logoutAll(); // no exit, and Keycloak makes no event of it
            chloeAtTheLibrary.at(scene.library()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
            ada.enter(scene.fabrique(), "atelier", Scene.ADA);
            dan.at(scene.fabrique()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            dan.arrive();
            bob.enter(scene.atelier(), "atelier", Scene.BOB);
            rows.passInSessions(Duration.ofMinutes(20));
            laptop.enter(scene.fabrique(), "atelier", Scene.ADA);
            assertThat(rows.sessions()).isEqualTo(5);
            assertThat(scene.openVisits()).isEqualTo(4);

            rows.pass(Duration.ofHours(4));
            danRanOut = rows.lastSessionRefresh(user("phare"))
                    .minus(Duration.ofMinutes(20))
                    .plus(IDLE);
            rows.passInSessions(Duration.ofMinutes(20));
            await().atMost(A_CLEAN_UP).until(() -> rows.sessions() == 1);
        }
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void wholeWorkingDayIsOneVisit() {
        assertThat(rows.sessions(bob())).isZero();
        try (Guest afternoon = new Guest()) {
            afternoon.at(scene.atelier()).comeFromAtelier(Scene.BOB);
            assertThat(afternoon.isInside(scene.atelier()))
                    .as("no second tap: the visit is still open")
                    .isTrue();
            rows.pass(Duration.ofHours(4));
            afternoon.leave(scene.atelier());
        }

        List<Told> told = await().atMost(ofSeconds(20))
                .until(() -> told(scene.atelier(), "atelier"), messages -> messages.size() == 2);
        assertThat(told).extracting(Told::type).containsExactly("visit.entry", "visit.exit");
        assertThat(told.get(1).visitId()).isEqualTo(told.get(0).visitId());
        assertThat(told.get(1).visit().path("exit_reason").asText()).isEqualTo("logout");
        assertThat(rows.visitsOf(bob())).isEqualTo(1);
    }

    @Test
    void sessionThatRunsOutIsAnExitWhereTheHostSaysSo() {
        Told exit = await().atMost(ofSeconds(20))
                .until(() -> exits(scene.fabrique()), exits -> !exits.isEmpty())
                .get(0);

        assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("expired");
        assertThat(exit.visit().path("exit_estimated").asBoolean()).isTrue();
        assertThat(Instant.parse(exit.visit().path("exited_at").asText())).isEqualTo(danRanOut);
        assertThat(exit.host()).isEqualTo("fabrique");
        assertThat(exit.body().path("data").path("home_venue").path("id").asText())
                .isEqualTo("phare");
    }

    @Test
    void noOtherEndIsAnExit() {
        String ada = user("atelier", Scene.ADA);
        assertThat(rows.sessions(ada)).as("that of her laptop").isEqualTo(1);
        await().during(ofSeconds(3))
                .atMost(ofSeconds(5))
                .until(() -> rows.isInside(ada) && rows.isInside(user("fabrique")));
    }

    private List<Told> exits(DemoVenue site) {
        return scene.told(site).stream()
                .filter(told -> told.type().equals("visit.exit"))
                .toList();
    }

    /** Of visits to that host. */
    private List<Told> told(DemoVenue site, String host) {
        return scene.told(site).stream()
                .filter(told -> told.host().equals(host))
                .toList();
    }

    private String bob() {
        return user("atelier", Scene.BOB);
    }

    private String user(String home) {
        return scene.federation().members(home).get(0).getId();
    }

    private String user(String home, String email) {
        return scene.federation().members(home).stream()
                .filter(member -> email.equals(member.getEmail()))
                .findFirst()
                .orElseThrow()
                .getId();
    }
}
