package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Badge clients that are set up wrongly, and ways around the arrival page. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadgeClientFaultIT {
    private Scene scene;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void badgeClientWithoutVenueLetsNobodyIn() {
        Service door = scene.federation()
                .add(ServiceSettings.badgeClient("no-venue", "").withVenueVisit("venue", ""));

        assertDoorIsClosed(door, "names the venue ''");
    }

    @Test
    void badgeClientOfUnknownVenueLetsNobodyIn() {
        Service door = scene.federation().add(ServiceSettings.badgeClient("unknown-venue", "nowhere"));

        assertDoorIsClosed(door, "names the venue 'nowhere', which does not exist or is disabled");
    }

    @Test
    void badgeClientOfDisabledVenueLetsNobodyIn() {
        scene.federation().add(Scene.dokos("closed", scene.phare()).disabled());
        Service door = scene.federation().add(ServiceSettings.badgeClient("closed-venue", "closed"));

        assertDoorIsClosed(door, "names the venue 'closed', which does not exist or is disabled");
    }

    @Test
    void passiveLoginNeedsTheTap() {
        Service door = scene.federation().add(ServiceSettings.badgeClient("passive", "fabrique"));
        try (Guest guest = new Guest()) {
            guest.at(scene.library()).comeFromAtelier(Scene.ADA);

            guest.open(door.loginUrl(Map.of("prompt", "none")));

            assertThat(guest.visitor().parameter("error")).contains("interaction_required");
            assertThat(guest.visitor().parameter("code")).isEmpty();
        }
        assertNothingRecorded();
    }

    @Test
    void passiveLoginOfSomebodyWhoIsRefusedGetsNoCode() {
        Service door = scene.federation().add(ServiceSettings.badgeClient("passive-refused", "fabrique"));
        try (Guest guest = new Guest()) {
            guest.at(scene.library()).comeFromAtelier(Scene.BOB);

            guest.open(door.loginUrl(Map.of("prompt", "none")));

            assertThat(guest.visitor().parameter("error")).isPresent();
            assertThat(guest.visitor().parameter("code")).isEmpty();
        }
        assertNothingRecorded();
    }

    @Test
    void askingForTheActionDoesNotSkipIt() {
        Service door = scene.federation().add(ServiceSettings.badgeClient("kc-action", "fabrique"));
        try (Guest guest = new Guest()) {
            guest.at(scene.library()).comeFromAtelier(Scene.ADA);

            guest.open(door.loginUrl(Map.of("kc_action", "venue-arrival")));

            assertThat(guest.seesArrivalPage()).isTrue();
        }
        assertNothingRecorded();
    }

    @Test
    void arrivalActionSwitchedOffLetsNobodyIn(KeycloakServer server) {
        try (Scene other = Scene.set(server);
                Guest guest = new Guest()) {
            var actions = other.federation().realm().flows();
            var arrival = actions.getRequiredAction("venue-arrival");
            arrival.setEnabled(false);
            actions.updateRequiredAction("venue-arrival", arrival);
            ServerLog log = ServerLog.from(server);

            guest.at(other.fabrique()).comeFromAtelier(Scene.ADA);

            assertThat(guest.visitor().status()).isGreaterThanOrEqualTo(400);
            assertThat(log.text()).contains("Check that the required action venue-arrival is enabled");
            assertThat(guest.visitor().cookies())
                    .noneMatch(cookie -> cookie.getName().equals("KEYCLOAK_IDENTITY"));
            assertThat(guest.isInside(other.fabrique())).isFalse();
            assertThat(other.federation().sessions()).isEmpty();
            assertThat(other.visits()).isZero();
        }
    }

    @Test
    void ruleOnlyClientAsksButRecordsNothing() {
        Service door = scene.federation()
                .add(ServiceSettings.badgeClient("rule-only", "fabrique").withVenueVisit("recordsVisits", "false"));
        try (Guest ada = new Guest();
                Guest bob = new Guest()) {
            ada.open(door.loginUrl()).comeFromAtelier(Scene.ADA);
            assertThat(ada.visitor().parameter("code")).isPresent();
            assertThat(door.tokens(ada.visitor().code()).idClaims().has("visit_id"))
                    .isFalse();

            bob.open(door.loginUrl()).comeFromAtelier(Scene.BOB);
            assertThat(bob.seesDenial()).isTrue();
        }
        assertNothingRecorded();
    }

    @Test
    void memberWithALocalPasswordHasToLogInAtHome(KeycloakServer server) {
        try (Scene other = Scene.set(server);
                Guest guest = new Guest()) {
            try (Guest ada = new Guest()) {
                ada.at(other.library()).comeFromAtelier(Scene.ADA);
            }
            var account = other.federation().members("atelier").get(0);
            var password = new CredentialRepresentation();
            password.setType(CredentialRepresentation.PASSWORD);
            password.setValue("her-own-password");
            other.federation().realm().users().get(account.getId()).resetPassword(password);

            for (DemoVenue door : List.of(other.fabrique(), other.atelier())) {
                guest.visitor().forgetCookies();
                guest.at(door).visitor().click("#own-account");
                guest.visitor().logInToKeycloak(account.getUsername(), "her-own-password");

                assertThat(guest.visitor().status()).isEqualTo(403);
                assertThat(guest.visitor().text()).contains("log in at L'Atelier, not with a password");
                assertThat(guest.isInside(door)).isFalse();
            }
            assertThat(other.visits()).isZero();
        }
    }

    @Test
    void hostThatIsDisabledLearnsNoOtherIdentity(KeycloakServer server) {
        try (Scene other = Scene.set(server);
                Guest guest = new Guest()) {
            Service door = other.federation().add(ServiceSettings.badgeClient("second-door", "fabrique"));
            guest.open(door.loginUrl()).comeFromAtelier(Scene.ADA).arrive();
            Tokens before = door.tokens(guest.visitor().code());
            String subject = before.idClaims().path("sub").asText();
            String account = other.federation().members("atelier").get(0).getId();

            other.federation().enable("fabrique", false);

            Tokens after = door.refresh(before);
            assertThat(after.idClaims().path("sub").asText()).isEqualTo(subject).isNotEqualTo(account);
            assertThat(after.accessClaims().path("sub").asText()).isEqualTo(subject);
            assertThat(door.userInfo(after).path("sub").asText()).isEqualTo(subject);
            assertThat(after.answer().toString()).doesNotContain(account);
        }
    }

    private void assertDoorIsClosed(Service door, String logSays) {
        ServerLog log = ServerLog.from(scene.server());
        try (Guest guest = new Guest()) {
            guest.open(door.loginUrl()).comeFromAtelier(Scene.ADA);

            assertThat(guest.visitor().status()).isEqualTo(403);
            assertThat(guest.visitor().text()).contains("not linked to a venue of the federation");

            guest.tap("back-to-service");
            assertThat(guest.visitor().parameter("error")).contains("access_denied");
            assertThat(guest.visitor().parameter("code")).isEmpty();
        }
        assertThat(log.text()).contains(logSays);
        assertNothingRecorded();
    }

    private void assertNothingRecorded() {
        assertThat(scene.visits()).isZero();
        assertThat(scene.told(scene.fabrique())).isEmpty();
        assertThat(scene.told(scene.atelier())).isEmpty();
    }
}
