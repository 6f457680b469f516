package org.interlieux.it.fault;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.WebhookAttempt;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies, or cannot write. */
@ExtendWith(OwnKeycloak.class)
class CrashIT {

    @Test
    void recordSurvivesAKillWhileItsReceiversRefuse(KeycloakServer server) throws InterruptedException {
        try (Scene scene = Scene.set(server);
                Guest guest = new Guest()) {
            List<DemoVenue> sites = List.of(scene.atelier(), scene.fabrique());
            sites.forEach(site -> site.misbehaviour().answerWebhooksWith(503));
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            assertThat(guest.isInside(scene.fabrique())).isTrue();
            Thread.sleep(1_000); // "one second after the login": the moment is the point of the test
            await().atMost(ofSeconds(10))
                    .until(() -> sites.stream().anyMatch(site -> !attempts(site).isEmpty()));
            server.kill();
            Map<DemoVenue, List<String>> before =
                    sites.stream().collect(Collectors.toMap(site -> site, CrashIT::attempts));
            sites.forEach(site -> site.misbehaviour().reset());

            server.start();

            for (DemoVenue site : sites) {
                await().atMost(ofMinutes(4)).until(() -> !scene.told(site).isEmpty());
                Told record = scene.told(site).get(0);
                assertThat(before.get(site)).allMatch(record.webhookId()::equals);
                assertThat(record.deliveries()).isEqualTo(1);
                assertThat(scene.told(site)).hasSize(1);
                assertThat(attempts(site)).containsOnly(record.webhookId());
            }
        }
    }

    private static List<String> attempts(DemoVenue site) {
        return site.misbehaviour().webhookAttempts().stream()
                .map(WebhookAttempt::webhookId)
                .toList();
    }

    @Test
    void loginFailsCleanlyWhenItsVisitCannotBeWritten(KeycloakServer server) {
        assertFailsCleanly(server, "INTERLIEUX_VISIT", "CHANNEL");
    }

    @Test
    void loginFailsCleanlyWhenItsDeliveriesCannotBeWritten(KeycloakServer server) {
        assertFailsCleanly(server, "OUTBOX_ENTRY", "ENTRY_TYPE");
    }

    @Test
    void sessionFromBeforeSurvivesALoginThatFails(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest guest = new Guest()) {
            guest.at(scene.library()).comeFromAtelier(Scene.ADA);
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).isTrue();
            server.database().execute("alter table INTERLIEUX_VISIT alter column CHANNEL rename to BROKEN");
            try {
                guest.arrive();
                assertThat(guest.visitor().status()).isGreaterThanOrEqualTo(500);
            } finally {
                server.database().execute("alter table INTERLIEUX_VISIT alter column BROKEN rename to CHANNEL");
            }

            assertThat(guest.isInside(scene.fabrique())).isFalse();
            assertThat(scene.federation().sessions()).hasSize(1);
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage())
                    .as("still logged in, and asked again")
                    .isTrue();
            guest.arrive();
            assertThat(guest.isInside(scene.fabrique())).isTrue();
        }
    }

    private static void assertFailsCleanly(KeycloakServer server, String table, String column) {
        try (Scene scene = Scene.set(server);
                Guest guest = new Guest();
                Guest reader = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(guest.seesArrivalPage()).isTrue();
            server.database().execute("alter table " + table + " alter column " + column + " rename to BROKEN");
            try {
                guest.arrive();

                assertThat(guest.visitor().status()).isGreaterThanOrEqualTo(500);
                assertThat(guest.visitor().parameter("code")).isEmpty();
                assertThat(guest.visitor().cookies())
                        .noneMatch(cookie -> cookie.getName().equals("KEYCLOAK_IDENTITY"));
                assertThat(guest.isInside(scene.fabrique())).isFalse();
                assertThat(scene.federation().sessions()).isEmpty();
                assertThat(server.log()).contains("A visit could not be recorded, so its login or log-out fails");

                reader.at(scene.library()).comeFromAtelier(Scene.BOB);
                assertThat(reader.isInside(scene.library())).isTrue();
            } finally {
                server.database().execute("alter table " + table + " alter column BROKEN rename to " + column);
            }
            assertThat(scene.visits()).isZero();
            assertThat(scene.told(scene.fabrique())).isEmpty();

            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).as("no session was left").isFalse();
            guest.choose("atelier").arrive();
            assertThat(guest.isInside(scene.fabrique()))
                    .as("mended, she can enter")
                    .isTrue();
        }
    }
}
