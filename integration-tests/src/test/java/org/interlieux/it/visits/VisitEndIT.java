package org.interlieux.it.visits;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How visits end when nobody says that they leave, and what is left of them. */
@ExtendWith(SharedKeycloak.class)
class VisitEndIT {
    private final Guest ada = new Guest();
    private Scene scene;
    private VisitRows rows;

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        rows = VisitRows.of(scene);
    }

    @AfterEach
    void close() {
        ada.close();
        scene.close();
    }

    @Test
    void forgottenVisitIsClosedAsOfWhenItWasDue() {
        adaIsAtFabrique();

        rows.pass(Duration.ofHours(20));

        for (DemoVenue site : List.of(scene.atelier(), scene.fabrique())) {
            JsonNode visit = exit(site).visit();
            assertThat(visit.path("exit_reason").asText()).isEqualTo("closing");
            assertThat(visit.path("exit_estimated").asBoolean()).isTrue();
            assertThat(visit.path("sequence").asInt()).isEqualTo(2);
            assertThat(Instant.parse(visit.path("exited_at").asText()))
                    .isEqualTo(rows.enteredAt().plus(Duration.ofHours(12)));
        }
        assertThat(scene.openVisits()).isZero();
    }

    @Test
    void shorterLongestVisitCountsForWhoIsThereAlready() {
        adaIsAtFabrique();
        scene.federation().change("fabrique", Map.of("maxVisitHours", "2"));

        rows.pass(Duration.ofHours(3));

        assertThat(exitedAt(exit(scene.fabrique()))).isEqualTo(rows.enteredAt().plus(Duration.ofHours(2)));
    }

    @Test
    void disabledHostLeavesItsVisitToClose() {
        adaIsAtFabrique();
        scene.federation().enable("fabrique", false);
        rows.pass(Duration.ofHours(5));
        assertThat(scene.openVisits()).isEqualTo(1);

        rows.pass(Duration.ofHours(8));

        assertThat(exit(scene.atelier()).visit().path("exit_reason").asText()).isEqualTo("closing");
    }

    @Test
    void visitOfARemovedBadgeClientStillCloses() {
        adaIsAtFabrique();
        var clients = scene.federation().realm().clients();
        clients.get(clients.findByClientId("fabrique-badge").get(0).getId()).remove();
        assertThat(scene.openVisits()).isEqualTo(1);

        rows.pass(Duration.ofHours(13));

        assertThat(exit(scene.atelier()).visit().path("exit_reason").asText()).isEqualTo("closing");
        exit(scene.fabrique());
    }

    @Test
    void removedHostEndsItsVisitsAndTheHomeVenueIsTold() {
        adaIsAtFabrique();
        String fabrique = internalId("fabrique");
        Instant before = now();

        remove("fabrique");

        Told exit = exit(scene.atelier());
        assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("removed");
        assertThat(exit.visit().path("exit_estimated").asBoolean()).isTrue();
        assertThat(exitedAt(exit)).isBetween(before, Instant.now());
        assertThat(exit.member().path("email").asText()).isEqualTo(Scene.ADA);
        assertThat(exit.body().path("data").path("host_venue").path("name").asText())
                .isEqualTo("La Fabrique");
        await().atMost(ofSeconds(20)).until(() -> rows.messagesFor(fabrique) == 0);
        assertThat(scene.openVisits()).isZero();
    }

    @Test
    void removedHomeVenueEndsItsMembersVisitsAndTheHostIsTold() {
        adaIsAtFabrique();
        String subject = entry(scene.fabrique()).member().path("id").asText();

        remove("atelier");

        Told exit = exit(scene.fabrique());
        assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("removed");
        assertThat(exit.member().path("id").asText()).isEqualTo(subject);
        assertThat(exit.body().path("data").path("home_venue").path("id").asText())
                .isEqualTo("atelier");
    }

    @Test
    void removedMemberLeavesNoNameAndVenuesLearnOfTheExit() {
        adaIsAtFabrique();
        String subject = entry(scene.atelier()).member().path("id").asText();
        String pairwise = entry(scene.fabrique()).member().path("id").asText();
        scene.fabrique().misbehaviour().answerWebhooksWith(503);
        ada.leave(scene.fabrique());
        try (Guest back = new Guest()) {
            back.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        }
        await().atMost(ofSeconds(20)).until(() -> scene.told(scene.atelier()).size() == 3);
        String user = scene.federation().members("atelier").get(0).getId();
        assertThat(rows.mention(user)).isTrue();
        assertThat(rows.mention(subject)).isTrue();

        scene.federation().realm().users().get(user).remove();

        await().atMost(ofSeconds(20)).until(() -> scene.told(scene.atelier()).size() == 4);
        Told exit = scene.told(scene.atelier()).get(3);
        assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("removed");
        assertThat(exit.member()).isEmpty();
        assertThat(List.of(user, subject, pairwise, Scene.ADA, "Lemaire")).noneMatch(rows::mention);
        assertThat(rows.userIds()).hasSize(2).containsOnly("null");

        scene.fabrique().misbehaviour().reset();
        rows.retryNow();
        await().atMost(ofSeconds(30)).until(() -> scene.told(scene.fabrique()).size() == 4);
        assertThat(scene.told(scene.fabrique()).subList(1, 4))
                .allMatch(told -> told.member().isEmpty())
                .extracting(Told::visitId)
                .contains(exit.visitId());
    }

    @Test
    void oldVisitForgetsWhoseItWas() {
        adaIsAtFabrique();
        String user = scene.federation().members("atelier").get(0).getId();
        ada.leave(scene.fabrique());
        exit(scene.fabrique());
        rows.pass(Duration.ofDays(179));
        await().during(ofSeconds(3)).until(() -> rows.userIds().equals(List.of(user)));

        rows.pass(Duration.ofDays(2));

        await().atMost(ofSeconds(20)).until(() -> rows.userIds().equals(List.of("null")));
        assertThat(rows.mention(user)).isFalse();
        assertThat(rows.mention(Scene.ADA)).isFalse();
        assertThat(scene.visits()).isEqualTo(1);
        try (Guest again = new Guest()) {
            again.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        }
        assertThat(scene.openVisits()).isEqualTo(1);
    }

    @Test
    void operatorsSeeHowManyVisitsAreOpenAndHowManyBeganAndEnded(KeycloakServer server) {
        double entries = metric(server, "interlieux_visits_total", "entry");
        double exits = metric(server, "interlieux_visits_total", "exit");

        adaIsAtFabrique();
        await().atMost(ofSeconds(20))
                .until(() -> metric(server, "interlieux_visits_open", "") == openEverywhere(server)
                        && openEverywhere(server) > 0);
        ada.leave(scene.fabrique());

        await().atMost(ofSeconds(20))
                .until(() -> metric(server, "interlieux_visits_open", "") == openEverywhere(server));
        assertThat(metric(server, "interlieux_visits_total", "entry")).isEqualTo(entries + 1);
        assertThat(metric(server, "interlieux_visits_total", "exit")).isEqualTo(exits + 1);
    }

    @Test
    void removedRealmLeavesNothing(KeycloakServer server) {
        VisitRows gone;
        try (Scene other = Scene.set(server)) {
            gone = VisitRows.of(other);
            other.fabrique().misbehaviour().answerWebhooksWith(503);
            ada.at(other.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            assertThat(gone.ownRows()).isGreaterThan(2);
        }

        assertThat(gone.ownRows()).isZero();
    }

    private void adaIsAtFabrique() {
        ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        entry(scene.atelier());
        entry(scene.fabrique());
    }

    private static double metric(KeycloakServer server, String name, String kind) {
        try (InputStream metrics =
                URI.create(server.managementUrl() + "/metrics").toURL().openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name) && line.contains(kind))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int openEverywhere(KeycloakServer server) {
        return server.database()
                .firstColumn("select id from interlieux_visit where exited_at is null")
                .size();
    }

    private void remove(String alias) {
        scene.federation().realm().identityProviders().get(alias).remove();
    }

    private String internalId(String alias) {
        return scene.federation()
                .realm()
                .identityProviders()
                .get(alias)
                .toRepresentation()
                .getInternalId();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant exitedAt(Told exit) {
        return Instant.parse(exit.visit().path("exited_at").asText());
    }

    private Told entry(DemoVenue site) {
        return first(site, "visit.entry");
    }

    private Told exit(DemoVenue site) {
        return first(site, "visit.exit");
    }

    private Told first(DemoVenue site, String type) {
        return await().atMost(ofSeconds(20))
                .until(
                        () -> scene.told(site).stream()
                                .filter(told -> told.type().equals(type))
                                .toList(),
                        told -> !told.isEmpty())
                .get(0);
    }
}
