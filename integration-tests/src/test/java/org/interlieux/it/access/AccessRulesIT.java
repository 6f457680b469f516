package org.interlieux.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.RoleRepresentation;

/** Rules beside the venue's own answer, and the choices for when it does not answer. */
@ExtendWith(SharedKeycloak.class)
class AccessRulesIT {
    private Scene scene;
    private Federation federation;

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        federation = scene.federation();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void roleDecides() {
        RoleRepresentation role = new RoleRepresentation();
        role.setName("nomad");
        federation.realm().roles().create(role);
        federation.change("atelier", Map.of("accessRule", "role", "accessRole", "nomad"));
        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(guest.seesDenial()).isTrue();
            assertThat(lastDenial()).containsEntry("access_rule", "role").containsEntry("access_reason", "lacks-role");

            federation
                    .realm()
                    .users()
                    .get(federation.members("atelier").get(0).getId())
                    .roles()
                    .realmLevel()
                    .add(List.of(federation.realm().roles().get("nomad").toRepresentation()));
            guest.at(scene.fabrique()).choose("atelier");

            assertThat(guest.seesArrivalPage()).isTrue();
        }
    }

    @Test
    void claimDecidesAndIsKeptForALoginByCookie() {
        federation.change(
                "atelier", Map.of("accessRule", "claim", "accessClaim", "email", "accessClaimValue", Scene.ADA));
        try (Guest ada = new Guest();
                Guest bob = new Guest()) {
            bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);
            assertThat(bob.seesDenial()).isTrue();
            assertThat(lastDenial())
                    .containsEntry("access_rule", "claim")
                    .containsEntry("access_reason", "claim-missing");

            ada.at(scene.library()).comeFromAtelier(Scene.ADA);
            ada.at(scene.fabrique());
            assertThat(ada.seesArrivalPage()).as("by cookie").isTrue();

            federation.change("atelier", Map.of("accessClaim", "given_name", "accessClaimValue", ""));
            ada.at(scene.phare());
            assertThat(ada.seesDenial()).isTrue();
            assertThat(lastDenial()).containsEntry("access_reason", "claim-not-kept");
        }
    }

    @Test
    void lastYesCountsWhileTheVenueIsDownUntilItSaysNo() {
        federation.change("atelier", Map.of("accessWhenUnknown", "last-answer"));
        try (Guest ada = new Guest()) {
            ada.at(scene.library()).comeFromAtelier(Scene.ADA);
            ada.at(scene.fabrique());
            assertThat(ada.seesArrivalPage()).as("the venue says yes").isTrue();
            ada.tap("not-now");

            Scene.control(scene.atelier(), "{\"down\": true}");
            ada.at(scene.fabrique());
            assertThat(ada.seesArrivalPage()).as("it said yes a moment ago").isTrue();
            ada.tap("not-now");
            ada.at(scene.phare());
            assertThat(ada.seesDenial())
                    .as("about this host it never said anything")
                    .isTrue();

            Scene.control(scene.atelier(), "{\"down\": false, \"credits\": {\"" + Scene.ADA + "\": false}}");
            ada.at(scene.fabrique());
            assertThat(ada.seesDenial()).as("it says no").isTrue();
            Scene.control(scene.atelier(), "{\"down\": true}");
            ada.at(scene.fabrique());
            assertThat(ada.seesDenial()).as("the last answer was no").isTrue();
        }
    }

    @Test
    void appThatIsGoneIsToldToAdminsUntilItIsBack() {
        try (Guest ada = new Guest()) {
            ada.at(scene.library()).comeFromAtelier(Scene.ADA);
            ada.at(scene.fabrique());
            assertThat(ada.seesArrivalPage()).isTrue();
            ada.tap("not-now");
            Scene.control(scene.atelier(), "{\"app_installed\": false}");

            ada.at(scene.fabrique());

            assertThat(ada.seesDenial()).isTrue();
            assertThat(lastDenial()).containsEntry("access_reason", "app-gone");
            assertThat(findings("atelier")).containsExactly("app-gone");
            assertThat(adminEvents()).contains("INTERLIEUX_APP_GONE");

            Scene.control(scene.atelier(), "{\"app_installed\": true}");
            ada.at(scene.fabrique());
            assertThat(ada.seesArrivalPage()).isTrue();
            assertThat(findings("atelier")).isEmpty();
            assertThat(adminEvents()).contains("INTERLIEUX_APP_BACK");
        }
    }

    @Test
    void venueThatCannotBeReachedIsLeftAloneAfterThreeTries() {
        federation.change(
                "atelier", Map.of("accessCredentials", "none", "accessUrl", "http://127.0.0.1:1/nobody-listens"));
        try (Guest ada = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(lastDenial()).containsEntry("access_reason", "unreachable");
            ada.at(scene.fabrique()).choose("atelier");
            ada.at(scene.fabrique()).choose("atelier");
            assertThat(lastDenial()).containsEntry("access_reason", "unreachable");

            ada.at(scene.fabrique()).choose("atelier");
            assertThat(lastDenial()).containsEntry("access_reason", "venue-not-answering");

            federation.change("atelier", Map.of("accessCredentials", "member-token", "accessUrl", ""));
            ada.at(scene.fabrique()).choose("atelier");
            assertThat(ada.seesArrivalPage()).as("corrected").isTrue();
        }
    }

    @Test
    void adminSeesWhatWouldHappenAndNothingChanges() {
        try (Guest bob = new Guest()) {
            bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);
        }
        String member = federation.members("atelier").get(0).getId();

        JsonNode asked = federation.interlieux("check-access?member=" + member + "&host=fabrique");
        assertThat(asked.path("outcome").asText()).isEqualTo("unknown");
        assertThat(asked.path("conditions").findValuesAsText("rule"))
                .containsExactly("home", "acceptedHomeVenues", "openingHours", "ask-venue");
        assertThat(asked.path("conditions").path(3).path("reason").asText()).isEqualTo("no-credentials");

        federation.change("atelier", Map.of("accessRule", "all-members"));
        assertThat(outcome(member, "fabrique")).isEqualTo("granted");
        federation.change("fabrique", Map.of("acceptedHomeVenues", "phare"));
        assertThat(outcome(member, "fabrique")).isEqualTo("denied");
        assertThat(outcome(member, "atelier")).as("at home").isEqualTo("granted");
        assertThat(status("check-access?member=" + member)).isEqualTo(400);
        assertThat(status("check-access?member=nobody&host=fabrique")).isEqualTo(404);
        assertThat(scene.visits()).isZero();
    }

    @Test
    void adminSeesTheLastAnswerBesideWhatOnlyALoginCanTell() {
        federation.change("atelier", Map.of("accessWhenUnknown", "last-answer"));
        try (Guest ada = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(ada.seesArrivalPage()).isTrue();
        }
        String member = federation.members("atelier").get(0).getId();

        assertThat(lastAnswer(member, "fabrique").path("outcome").asText()).isEqualTo("granted");
        assertThat(Instant.parse(lastAnswer(member, "fabrique").path("at").asText()))
                .isBetween(Instant.now().minusSeconds(300), Instant.now());
        assertThat(outcome(member, "fabrique")).isEqualTo("unknown");
        assertThat(lastAnswer(member, "phare").isMissingNode()).isTrue();
    }

    @Test
    void refusedMemberMayLogOutAtHomeToUseAnotherAccount() {
        federation.change("phare", Map.of("accessRule", "no-members"));
        try (Guest dan = new Guest()) {
            dan.at(scene.fabrique()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            assertThat(dan.seesDenial()).isTrue();
            assertThat(scene.phareHome().sessions()).hasSize(1);

            dan.tap("log-out-at-home");

            assertThat(scene.phareHome().sessions()).isEmpty();
            assertThat(dan.seesPicker()).isTrue();
            dan.choose("phare");
            assertThat(dan.visitor().sees("[name=password]"))
                    .as("not let in by a cookie")
                    .isTrue();
            dan.visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            assertThat(dan.seesDenial()).isTrue();
        }
    }

    @Test
    void refusedMemberWithASessionMayLogOutAtHomeToo() {
        try (Guest dan = new Guest()) {
            dan.at(scene.library()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            federation.change("phare", Map.of("accessRule", "no-members"));
            dan.at(scene.fabrique());
            assertThat(dan.seesDenial()).isTrue();

            dan.tap("log-out-at-home");

            assertThat(scene.phareHome().sessions()).isEmpty();
            assertThat(federation.sessions()).isEmpty();
            assertThat(dan.seesPicker()).isTrue();
        }
    }

    @Test
    void wayBackFromAHomeVenueWithoutALoginIsAnErrorPage() {
        try (Guest eve = new Guest()) {
            eve.open(federation.url() + "/broker/phare/endpoint/logout_response?state=login.nobody.nothing");
            assertThat(eve.visitor().status()).isEqualTo(400);
            eve.open(federation.url() + "/broker/phare/endpoint/logout_response?state=login.");
            assertThat(eve.visitor().status()).isEqualTo(400);
        }
    }

    @Test
    void siteWithoutAnAddressForItOffersNoLogOutThere() {
        try (Guest bob = new Guest()) {
            bob.at(scene.fabrique()).comeFromAtelier(Scene.BOB);

            assertThat(bob.seesDenial()).isTrue();
            assertThat(bob.visitor().sees("[value=log-out-at-home]")).isFalse();
        }
    }

    @Test
    void memberWhoEntersWithoutEndHasToWait() {
        try (Guest ada = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            for (int entry = 2; entry <= 10; entry++) {
                ada.at(entry % 2 == 0 ? scene.phare() : scene.fabrique()).arrive();
            }
            assertThat(scene.visits()).isEqualTo(10);

            ada.at(scene.fabrique()).arrive();

            assertThat(ada.seesDenial()).isTrue();
            assertThat(ada.visitor().text()).contains("entered very often");
            assertThat(scene.visits()).isEqualTo(10);
            assertThat(lastDenial())
                    .containsEntry("access_rule", "entry-limit")
                    .containsEntry("access_reason", "too-many-entries");
            ada.tap("retry");
            assertThat(ada.seesArrivalPage()).as("nothing is lost by waiting").isTrue();
        }
    }

    private JsonNode lastAnswer(String member, String host) {
        return federation
                .interlieux("check-access?member=" + member + "&host=" + host)
                .path("conditions")
                .path(3)
                .path("last_answer");
    }

    private String outcome(String member, String host) {
        return federation
                .interlieux("check-access?member=" + member + "&host=" + host)
                .path("outcome")
                .asText();
    }

    private int status(String path) {
        return federation
                .admin()
                .send("GET", federation.path("/interlieux/" + path), null)
                .statusCode();
    }

    private Map<String, String> lastDenial() {
        return federation.events("LOGIN_ERROR").get(0).getDetails();
    }

    private List<String> adminEvents() {
        return federation.admin().get(federation.path("/admin-events?max=50")).findValuesAsText("resourceType");
    }

    private List<String> findings(String alias) {
        for (JsonNode venue : federation.interlieux("health").path("venues")) {
            if (venue.path("alias").asText().equals(alias)) {
                return venue.path("findings").findValuesAsText("code");
            }
        }
        throw new AssertionError("health does not name " + alias);
    }
}
