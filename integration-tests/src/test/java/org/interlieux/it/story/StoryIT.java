package org.interlieux.it.story;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.EventRepresentation;

/** The nine steps of the story, as the sites, the tokens and the members see them. */
@ExtendWith(SharedKeycloak.class)
class StoryIT {
    private Scene scene;
    private final Guest guest = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void close() {
        guest.close();
        scene.close();
    }

    @Test
    @DisplayName("Step 1: Ada of L'Atelier enters La Fabrique, and both sites are told")
    void adaEnters() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);

        assertThat(guest.visitor().text())
                .contains(
                        "You are arriving at La Fabrique", "Ada Lemaire", "member of L'Atelier", "your e-mail address");
        assertThat(scene.visits()).isZero();

        guest.arrive();

        JsonNode session = guest.session(scene.fabrique());
        for (String where : List.of("claims", "id_token_claims", "access_token_claims")) {
            assertThat(session.path(where).path("home_venue").asText()).isEqualTo("atelier");
            assertThat(session.path(where).path("host_venue").asText()).isEqualTo("fabrique");
            assertThat(session.path(where).path("visit_id").asText()).isNotBlank();
        }
        Told home = entry(scene.atelier());
        Told host = entry(scene.fabrique());
        assertThat(home.visitId())
                .isEqualTo(host.visitId())
                .isEqualTo(session.path("claims").path("visit_id").asText());
        assertThat(List.of(home, host)).allMatch(Told::hasFrappeSignature).allMatch(told -> told.deliveries() == 1);
        assertThat(home.visit().path("state").asText()).isEqualTo("open");
        assertThat(home.visit().path("sequence").asInt()).isEqualTo(1);
        assertThat(home.visit().has("exited_at")).isTrue();
    }

    @Test
    @DisplayName("Step 1: each venue is told about its own member, and no more")
    void eachVenueIsToldItsOwnShare() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();

        Told home = entry(scene.atelier());
        Told host = entry(scene.fabrique());
        assertThat(home.member().path("email").asText()).isEqualTo(Scene.ADA);
        assertThat(home.member().path("name").asText()).isEqualTo("Ada Lemaire");
        assertThat(host.member().path("name").asText()).isEqualTo("Ada");
        assertThat(host.member().has("email")).isFalse();
        String subject =
                guest.session(scene.fabrique()).path("claims").path("sub").asText();
        assertThat(host.member().path("id").asText()).isEqualTo(subject);
        assertThat(home.member().path("id").asText()).isNotEqualTo(subject).hasSize(39);
    }

    @Test
    @DisplayName("Step 1: the host's site gets a pseudonymous address instead of the member's own")
    void hostGetsNoRealAddress() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();

        JsonNode session = guest.session(scene.fabrique());
        assertThat(session.toString()).doesNotContain(Scene.ADA).doesNotContain("Lemaire");
        assertThat(session.path("claims").path("email").asText()).endsWith("@fabrique.invalid");
    }

    @Test
    @DisplayName("Step 2: she leaves, and the exit of the same visit reaches both sites")
    void adaLeaves() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        String visit = entry(scene.fabrique()).visitId();

        guest.leave(scene.fabrique());

        for (DemoVenue site : List.of(scene.atelier(), scene.fabrique())) {
            Told exit = exit(site);
            assertThat(exit.visitId()).isEqualTo(visit);
            assertThat(exit.visit().path("sequence").asInt()).isEqualTo(2);
            assertThat(exit.visit().path("exit_reason").asText()).isEqualTo("logout");
            assertThat(exit.visit().path("exited_at").asText()).isNotBlank();
        }
    }

    @Test
    @DisplayName("Step 3: Bob has no credits; he reads which venue refused and what to do, and nothing is left")
    void bobIsRefused() {
        try (Guest bob = new Guest("fr")) {
            bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);

            assertThat(bob.visitor().status()).isEqualTo(403);
            assertThat(bob.visitor().text())
                    .contains("Vous ne pouvez pas entrer", "L'Atelier n’a pas accepté votre passage à « La Fabrique »")
                    .contains("Rien n’a été enregistré", "Choisir un autre lieu", "Retour au service");
            assertThat(scene.federation().sessions()).isEmpty();
            assertThat(bob.visitor().cookies())
                    .noneMatch(cookie -> cookie.getName().equals("KEYCLOAK_IDENTITY"));

            bob.tap("back-to-service");

            assertThat(bob.visitor().text("#federation-error")).contains("access_denied");
            assertThat(bob.isInside(scene.fabrique())).isFalse();
        }
        assertThat(scene.visits()).isZero();
        assertThat(scene.told(scene.atelier())).isEmpty();
        assertThat(scene.federation().events("LOGIN")).isEmpty();
        assertThat(denial())
                .containsEntry("home_venue", "atelier")
                .containsEntry("host_venue", "fabrique")
                .containsEntry("access_rule", "ask-venue")
                .containsEntry("access_reason", "venue-said-no");
    }

    @Test
    @DisplayName("Step 3: from the refusal he can go back to the choice of venues")
    void bobChoosesAgain() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.BOB);

        guest.visitor().click("#other-venue");
        guest.choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);

        assertThat(guest.visitor().text()).contains("Dan", "member of Le Phare");
    }

    @Test
    @DisplayName("Step 6: whoever holds a session can arrive as a member of another venue")
    void otherVenueDespiteASession() {
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        guest.at(scene.fabrique());
        assertThat(guest.visitor().text()).contains("member of L'Atelier");

        guest.visitor().click("#other-venue");
        guest.choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
        guest.arrive();

        assertThat(guest.session(scene.fabrique())
                        .path("claims")
                        .path("home_venue")
                        .asText())
                .isEqualTo("phare");
    }

    @Test
    @DisplayName("Step 4: Chloe's site has no such app, so she is allowed at L'Atelier")
    void chloeIsAllowed() {
        guest.at(scene.atelier())
                .choose("fabrique")
                .logInAsDokosMember(Scene.CHLOE)
                .arrive();

        assertThat(guest.isInside(scene.atelier())).isTrue();
        assertThat(entry(scene.atelier()).host()).isEqualTo("atelier");
        assertThat(entry(scene.fabrique()).host()).isEqualTo("atelier");
    }

    @Test
    @DisplayName("Step 4: a home venue without a webhook address is not told, and the page says so")
    void homeWithoutAddressIsNotTold() {
        scene.federation().change("fabrique", Map.of("webhookUrl", ""));

        guest.at(scene.atelier()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
        assertThat(guest.visitor().text("#arrival-home-told")).isEqualTo("La Fabrique is not told.");
        guest.arrive();

        entry(scene.atelier());
        assertThat(scene.told(scene.fabrique())).isEmpty();
    }

    @Test
    @DisplayName("Step 5: Dan comes from a plain OpenID venue")
    void danEnters() {
        guest.at(scene.atelier()).choose("phare");
        guest.visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
        guest.arrive();

        assertThat(guest.isInside(scene.atelier())).isTrue();
        assertThat(entry(scene.phare()).member().path("email").asText()).isEqualTo(Scene.DAN);
        assertThat(entry(scene.atelier()).member().path("name").asText()).isEqualTo("Dan");
    }

    @Test
    @DisplayName(
            "Step 6: with a session from La Fabrique she goes on to Le Phare; the rule is asked again, the first visit ends")
    void adaMovesOn() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        Told first = entry(scene.fabrique());
        int asked = scene.atelier().misbehaviour().accessQuestions().size();

        guest.at(scene.phare());

        assertThat(guest.visitor().text("#arrival-moving")).isEqualTo("Your visit to La Fabrique will end.");
        assertThat(scene.atelier().misbehaviour().accessQuestions()).hasSize(asked + 1);

        guest.arrive();

        Told moved = exit(scene.fabrique());
        assertThat(moved.visitId()).isEqualTo(first.visitId());
        assertThat(moved.visit().path("exit_reason").asText()).isEqualTo("moved");
        Told second = entry(scene.phare());
        assertThat(second.visitId()).isNotEqualTo(first.visitId());
        await().atMost(ofSeconds(10)).until(() -> scene.told(scene.atelier()).size() == 3);
        assertThat(scene.told(scene.phare())).hasSize(1);
    }

    @Test
    @DisplayName("Step 6: with 'not now' nothing changes and the service gets access_denied")
    void adaStays() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        entry(scene.fabrique());

        guest.at(scene.phare()).tap("not-now");

        assertThat(guest.visitor().text("#federation-error")).contains("access_denied");
        assertThat(guest.isInside(scene.phare())).isFalse();
        assertThat(guest.isInside(scene.fabrique())).isTrue();
        assertThat(scene.visits()).isEqualTo(1);
        assertThat(scene.told(scene.fabrique())).hasSize(1);
    }

    @Test
    @DisplayName("Step 7: a login to the library is an ordinary login")
    void libraryIsNoDoor() {
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);

        assertThat(guest.isInside(scene.library())).isTrue();
        assertThat(guest.session(scene.library()).toString()).doesNotContain("visit_id");
        assertThat(scene.visits()).isZero();
        assertThat(scene.atelier().misbehaviour().accessQuestions()).isEmpty();
    }

    @Test
    @DisplayName("Step 8: L'Atelier does not answer; that is no yes, and she may try again")
    void unknownIsNotGranted() {
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        scene.atelier().misbehaviour().answerAccessWith(503, Map.of("Content-Type", "text/html"), "<h1>down</h1>");

        guest.at(scene.fabrique());

        assertThat(guest.visitor().status()).isEqualTo(403);
        assertThat(guest.visitor().text()).contains("Your venue does not answer", "L'Atelier could not be reached");
        assertThat(scene.visits()).isZero();

        scene.atelier().misbehaviour().reset();
        guest.tap("retry");

        assertThat(guest.seesArrivalPage()).isTrue();
    }

    @Test
    @DisplayName("Step 8: La Fabrique's receiver is down for a while; the record arrives when it is back")
    void recordWaitsForItsReceiver() {
        scene.fabrique().misbehaviour().answerWebhooksWith(503);
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        entry(scene.atelier());
        await().atMost(ofSeconds(10))
                .until(() -> !scene.fabrique().misbehaviour().webhookAttempts().isEmpty());
        assertThat(scene.told(scene.fabrique())).isEmpty();
        String id = scene.fabrique().misbehaviour().webhookAttempts().get(0).webhookId();

        scene.fabrique().misbehaviour().reset();

        assertThat(entry(scene.fabrique()).webhookId()).isEqualTo(id);
    }

    @Test
    @DisplayName("Step 9: an account of the realm itself is refused at a badge client")
    void accountWithoutHomeIsRefused() {
        scene.federation().addUser("staff", Scene.PASSWORD);

        guest.at(scene.fabrique()).visitor().click("#own-account");
        guest.visitor().logInToKeycloak("staff", Scene.PASSWORD);

        assertThat(guest.visitor().status()).isEqualTo(403);
        assertThat(guest.visitor().text()).contains("This account belongs to no venue");
        assertThat(scene.visits()).isZero();
        assertThat(denial()).containsEntry("access_rule", "no-home-venue");
    }

    @Test
    @DisplayName("At their own venue a member is welcome, whatever the rule says, and the venue is told once")
    void bobIsAtHome() {
        guest.at(scene.atelier()).comeFromAtelier(Scene.BOB).arrive();

        assertThat(guest.isInside(scene.atelier())).isTrue();
        entry(scene.atelier());
        assertThat(scene.told(scene.atelier())).hasSize(1);
        assertThat(scene.atelier().misbehaviour().accessQuestions()).isEmpty();
    }

    @Test
    @DisplayName("Whoever is here already is not asked again and stays on the same visit")
    void sameVisitWhileOpen() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        String visit = entry(scene.fabrique()).visitId();

        guest.at(scene.fabrique());

        assertThat(guest.session(scene.fabrique())
                        .path("claims")
                        .path("visit_id")
                        .asText())
                .isEqualTo(visit);
        assertThat(scene.visits()).isEqualTo(1);
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
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private Map<String, String> denial() {
        List<EventRepresentation> errors = scene.federation().events("LOGIN_ERROR");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).getError()).isEqualTo("access_denied");
        return errors.get(0).getDetails();
    }
}
