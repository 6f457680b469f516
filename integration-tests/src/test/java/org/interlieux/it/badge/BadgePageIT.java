package org.interlieux.it.badge;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** The code at the door: members enter by it, and say that they leave. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadgePageIT {
    private static final String SAME_ORIGIN = "same-origin";

    private Scene scene;
    private BadgeDoor fabrique;
    private BadgeDoor phare;
    private Guest guest;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        fabrique = BadgeDoor.open(scene, "fabrique");
        phare = BadgeDoor.open(scene, "phare");
    }

    @BeforeEach
    void come() {
        guest = new Guest();
    }

    @AfterEach
    void go() {
        guest.close();
        for (JsonNode open : scene.federation().interlieux("visits?state=open").path("visits")) {
            scene.federation()
                    .admin()
                    .post(
                            scene.federation()
                                    .path("/interlieux/visits/"
                                            + open.path("visit").path("id").asText() + "/close"),
                            "");
        }
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void memberScansEntersAndLeaves() {
        guest.open(fabrique.url());
        assertThat(guest.seesPicker()).isTrue();
        guest.comeFromAtelier(Scene.ADA);
        assertThat(guest.seesArrivalPage()).isTrue();
        guest.arrive();

        assertThat(BadgeDoor.state(guest)).isEqualTo("here");
        assertThat(guest.visitor().location()).as("nothing of the login in it").isEqualTo(fabrique.url());
        assertThat(guest.visitor().text()).contains("You are at La Fabrique", "Since ", "My visits");
        assertThat(guest.visitor().header("Cache-Control")).contains("no-store");
        assertThat(guest.visitor().header("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(guest.visitor().header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'self'");
        assertThat(guest.visitor().header("Access-Control-Allow-Origin")).isEmpty();
        String visit = scene.lastVisit();
        Map<String, String> form = BadgeDoor.form(guest);

        BadgeDoor.leave(guest);

        assertThat(BadgeDoor.state(guest)).isEqualTo("left");
        assertThat(guest.visitor().location()).isEqualTo(fabrique.url() + "/left/" + visit);
        assertThat(guest.visitor().text()).contains("You have left La Fabrique", "after < 1 min");
        assertThat(scene.openVisits()).isZero();
        for (DemoVenue site : List.of(scene.atelier(), scene.fabrique())) {
            JsonNode exit = exit(site, visit).visit();
            assertThat(exit.path("exit_reason").asText()).isEqualTo("badge");
            assertThat(exit.path("exit_estimated").asBoolean()).isFalse();
            assertThat(exit.path("sequence").asInt()).isEqualTo(2);
        }

        HttpResponse<String> twice = fabrique.post(guest, form, SAME_ORIGIN);
        assertThat(twice.statusCode()).isEqualTo(303);
        assertThat(twice.headers().firstValue("Location")).contains(fabrique.url() + "/left/" + visit);
        assertThat(told(scene.fabrique(), visit)).as("one entry, one exit").hasSize(2);
    }

    @Test
    void visitIsShownAtOnceAndAfterALoginThatHasTimedOutWithoutAnotherArrivalPage() {
        fabrique.enter(guest, "atelier", Scene.ADA);
        int visits = scene.visits();

        guest.open(fabrique.url());
        assertThat(BadgeDoor.state(guest)).isEqualTo("here");
        guest.visitor().forgetCookies();
        guest.open(fabrique.url()).comeFromAtelier(Scene.ADA);

        assertThat(BadgeDoor.state(guest)).isEqualTo("here");
        assertThat(scene.visits()).isEqualTo(visits);
        BadgeDoor.leave(guest);
        assertThat(BadgeDoor.state(guest)).isEqualTo("left");
    }

    @Test
    void visitThatAVenuesSiteOpenedEndsHereToo() {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();

        guest.open(fabrique.url());
        BadgeDoor.leave(guest);

        assertThat(exit(scene.fabrique(), scene.lastVisit())
                        .visit()
                        .path("exit_reason")
                        .asText())
                .isEqualTo("badge");
    }

    @Test
    void loginThatOpensNoVisitEndsOnAPageThatSaysSo() {
        int visits = scene.visits();
        guest.open(fabrique.url()).comeFromAtelier(Scene.ADA).tap("not-now");
        assertThat(BadgeDoor.state(guest)).isEqualTo("declined");
        assertThat(guest.visitor().text()).contains("Nothing was recorded");
        guest.visitor().click("#badge-again");
        assertThat(guest.seesPicker()).as("the button tries again").isTrue();

        try (Guest bob = new Guest()) {
            bob.open(fabrique.url()).comeFromAtelier(Scene.BOB);
            assertThat(bob.seesDenial()).isTrue();
            bob.tap("back-to-service");
            assertThat(BadgeDoor.state(bob)).isEqualTo("declined");
            bob.visitor().open(bob.visitor().location());
            assertThat(BadgeDoor.state(bob)).as("read again").isEqualTo("declined");
        }
        assertThat(scene.visits()).isEqualTo(visits);
    }

    @Test
    void whateverComesBackBeginsNoLoginByItself() {
        for (Map.Entry<String, String> back : Map.of(
                        "?state=login&error=temporarily_unavailable", "failed",
                        "?state=login&error=access_denied", "declined",
                        "?state=login&error=<script>", "failed",
                        "?state=login&session_state=x&iss=y", "unseen")
                .entrySet()) {
            guest.open(fabrique.url() + back.getKey().replace("<", "%3C").replace(">", "%3E"));
            assertThat(BadgeDoor.state(guest)).as(back.getKey()).isEqualTo(back.getValue());
            assertThat(guest.visitor().text()).as(back.getKey()).doesNotContain("script");
        }
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        guest.open(fabrique.url() + "?state=login");
        assertThat(BadgeDoor.state(guest)).isEqualTo("over");

        fabrique.enter(guest);
        guest.open(fabrique.url() + "?state=login&error=access_denied");
        assertThat(BadgeDoor.state(guest))
                .as("a forged refusal does not hide the visit")
                .isEqualTo("here");
        assertThat(guest.visitor().location()).isEqualTo(fabrique.url());
        guest.open(fabrique.url() + "/login/declined");
        assertThat(guest.visitor().location()).isEqualTo(fabrique.url());
    }

    @Test
    void nobodyLeavesByAFormThatIsNotFromThisPage() {
        fabrique.enter(guest, "atelier", Scene.ADA);
        Map<String, String> form = BadgeDoor.form(guest);
        String visit = String.valueOf(form.get("visit"));
        try (Guest stranger = new Guest();
                Guest chloe = new Guest()) {
            chloe.at(scene.library()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
            assertNotLeft(fabrique.post(guest, form, "cross-site"), 403, "not-sent");
            assertNotLeft(fabrique.post(guest, form, "same-site"), 403, "not-sent");
            assertNotLeft(fabrique.post(guest, Map.of("visit", visit), SAME_ORIGIN), 403, "not-sent");
            assertNotLeft(
                    fabrique.post(guest, Map.of("visit", visit, "stateChecker", ""), SAME_ORIGIN), 403, "not-sent");
            assertNotLeft(
                    fabrique.post(guest, Map.of("visit", visit, "stateChecker", "guess"), SAME_ORIGIN),
                    403,
                    "not-sent");
            assertNotLeft(fabrique.post(chloe, form, SAME_ORIGIN), 403, "not-sent");
            assertNotLeft(fabrique.post(stranger, form, SAME_ORIGIN), 403, "logged-out");
            guest.open(fabrique.url() + "?stateChecker=" + form.get("stateChecker") + "&visit=" + visit);
            assertThat(BadgeDoor.state(guest)).isEqualTo("here");

            fabrique.enter(chloe);
            assertThat(BadgeDoor.state(chloe)).isEqualTo("here");
            fabrique.post(guest, form, SAME_ORIGIN);
            assertThat(scene.openVisits()).as("Chloé's").isEqualTo(1);
            chloe.open(fabrique.url() + "/left/" + visit);
            assertThat(BadgeDoor.state(chloe)).as("not Ada's visit").isEqualTo("here");
            BadgeDoor.leave(chloe);
            chloe.open(fabrique.url() + "/left/" + visit);
            assertThat(chloe.seesArrivalPage()).as("not Ada's visit").isTrue();
        }
    }

    @Test
    void whoIsElsewhereOrNowhereReadsThatAndChangesNothing() {
        fabrique.enter(guest, "atelier", Scene.ADA);
        Map<String, String> form = BadgeDoor.form(guest);
        phare.enter(guest);
        assertThat(BadgeDoor.state(guest)).isEqualTo("here");
        Map<String, String> atPhare = BadgeDoor.form(guest);
        String visit = String.valueOf(atPhare.get("visit"));

        HttpResponse<String> elsewhere =
                fabrique.post(guest, Map.of("stateChecker", atPhare.get("stateChecker")), SAME_ORIGIN);
        assertNotLeft(elsewhere, 409, "elsewhere");
        assertThat(elsewhere.body()).contains("Le Phare", phare.url());
        HttpResponse<String> stale = fabrique.post(
                guest, Map.of("stateChecker", atPhare.get("stateChecker"), "visit", form.get("visit")), SAME_ORIGIN);
        assertThat(stale.headers().firstValue("Location")).contains(fabrique.url() + "/left/" + form.get("visit"));
        guest.open(fabrique.url() + "/left/" + form.get("visit"));
        assertThat(BadgeDoor.state(guest)).isEqualTo("ended");
        assertThat(guest.visitor().text()).contains("You entered another venue.");
        assertThat(scene.openVisits()).isEqualTo(1);

        phare.post(guest, atPhare, SAME_ORIGIN);
        assertThat(scene.openVisits()).isZero();
        assertNotLeft(
                fabrique.post(guest, Map.of("stateChecker", atPhare.get("stateChecker")), SAME_ORIGIN),
                409,
                "not-here",
                0);
        assertNotLeft(fabrique.post(guest, atPhare, SAME_ORIGIN), 409, "not-here", 0); // a visit, but to another venue
        assertThat(told(scene.phare(), visit)).hasSize(2);
    }

    @Test
    void disabledVenueLetsNobodyInAndEverybodyOut() {
        fabrique.enter(guest, "atelier", Scene.ADA);
        scene.federation().enable("fabrique", false);
        try {
            guest.open(fabrique.url());
            assertThat(BadgeDoor.state(guest)).isEqualTo("here");
            BadgeDoor.leave(guest);
            assertThat(BadgeDoor.state(guest)).isEqualTo("left");
            assertThat(scene.openVisits()).isZero();

            guest.visitor().click("#badge-again");
            assertThat(BadgeDoor.state(guest)).isEqualTo("closed");
            assertThat(guest.visitor().status()).isEqualTo(403);
        } finally {
            scene.federation().enable("fabrique", true);
        }
    }

    /** Where the log-out of a site fails in the browser (Keycloak issue 51123, mended in 26.8). */
    @Test
    void memberOfAHomeVenueThatIsDisabledMeanwhileLeaves() {
        fabrique.enter(guest, "atelier", Scene.ADA);
        scene.federation().enable("atelier", false);
        try {
            guest.open(fabrique.url());
            BadgeDoor.leave(guest);

            assertThat(BadgeDoor.state(guest)).isEqualTo("left");
            assertThat(scene.openVisits()).isZero();
        } finally {
            scene.federation().enable("atelier", true);
        }
    }

    @Test
    void venueWithoutAGoodClientHasNoPageAndHealthSaysWhy(KeycloakServer server) {
        guest.open(scene.federation().url() + "/badge/atelier");
        assertThat(guest.visitor().status()).isEqualTo(404);
        assertThat(BadgeDoor.state(guest)).isEqualTo("no-page");
        assertThat(findings("atelier")).as("it need not have one").doesNotContain("badge-page-unusable");
        guest.open(scene.federation().url() + "/badge/nowhere");
        assertThat(guest.visitor().status()).isEqualTo(404);
        assertThat(BadgeDoor.state(guest)).isEqualTo("unknown");

        scene.federation()
                .add(ServiceSettings.badgeClient("badge-atelier", "fabrique")
                        .redirectUri("https://elsewhere.example/"));
        guest.open(scene.federation().url() + "/badge/atelier");
        assertThat(BadgeDoor.state(guest)).isEqualTo("no-page");
        assertThat(findings("atelier"))
                .contains("badge-page-unusable")
                .contains("it has no mapper venue-visit for this venue")
                .contains("its redirect URIs lack " + scene.federation().url() + "/badge/atelier");
        assertThat(findings("fabrique")).doesNotContain("badge-page-unusable");

        Federation without = Federation.create(server);
        guest.open(without.url() + "/badge/atelier");
        assertThat(guest.visitor().status()).isEqualTo(404);
        assertThat(guest.visitor().sees("#badge-page")).isFalse();
        without.remove();
    }

    @Test
    void clientThatIsWrittenWithoutTheServersAddressDoes() {
        var clients = scene.federation().realm().clients();
        ClientRepresentation client = clients.findByClientId("badge-phare").get(0);
        client.setRootUrl("${authBaseUrl}");
        client.setRedirectUris(List.of("/realms/" + scene.federation().name() + "/badge/phare"));
        clients.get(client.getId()).update(client);

        phare.enter(guest, "atelier", Scene.ADA);

        assertThat(BadgeDoor.state(guest)).isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.v2", "keycloak"})
    void pagesWorkUnderKeycloaksOwnThemes(String theme) {
        RealmRepresentation realm = scene.federation().realm().toRepresentation();
        String ours = realm.getLoginTheme();
        realm.setLoginTheme(theme);
        scene.federation().realm().update(realm);
        try {
            fabrique.enter(guest, "fabrique", Scene.CHLOE);
            assertThat(BadgeDoor.state(guest)).isEqualTo("here");
            BadgeDoor.leave(guest);
            assertThat(BadgeDoor.state(guest)).isEqualTo("left");
            guest.visitor().click("#my-visits-link");
            assertThat(guest.visitor().sees(".il-visit")).isTrue();
        } finally {
            realm.setLoginTheme(ours);
            scene.federation().realm().update(realm);
        }
    }

    @Test
    void timesAreThoseOfTheVenuesClock() {
        scene.federation().change("fabrique", Map.of("timeZone", "Pacific/Auckland"));
        fabrique.enter(guest, "fabrique", Scene.CHLOE);
        String visit = scene.lastVisit();
        long fiveHours = 5 * 60 + 7;
        scene.server()
                .database()
                .execute("update interlieux_visit set entered_at = entered_at - " + fiveHours * 60_000 + " where id = '"
                        + visit + "'");
        Instant entered = Instant.ofEpochMilli(Long.parseLong(String.valueOf(scene.server()
                .database()
                .firstColumn("select entered_at from interlieux_visit where id = '" + visit + "'")
                .get(0))));
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Locale.FRENCH)
                .format(entered.atZone(ZoneId.of("Pacific/Auckland")));

        guest.open(fabrique.url() + "?kc_locale=fr");
        assertThat(guest.visitor().text()).contains("Vous êtes à « La Fabrique »", time);
        BadgeDoor.leave(guest);
        assertThat(guest.visitor().text()).contains("Vous avez quitté", "après 5 h 7 min");

        scene.server()
                .database()
                .execute("update interlieux_visit set entered_at = entered_at - 172800000, exited_at = exited_at -"
                        + " 172800000 where id = '" + visit + "'");
        guest.open(guest.visitor().location());
        assertThat(guest.visitor().text()).contains("Départ enregistré le ", "après 5 h 7 min");
    }

    private void assertNotLeft(HttpResponse<String> answer, int status, String state) {
        assertNotLeft(answer, status, state, 1);
    }

    private void assertNotLeft(HttpResponse<String> answer, int status, String state, int open) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("data-state=\"" + state + "\"", "Nothing was recorded");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(scene.openVisits()).isEqualTo(open);
    }

    private String findings(String venue) {
        for (JsonNode state : scene.federation().interlieux("health").path("venues")) {
            if (state.path("alias").asText().equals(venue)) {
                return state.path("findings").toString();
            }
        }
        throw new AssertionError("health does not know " + venue);
    }

    private Told exit(DemoVenue site, String visit) {
        return await().atMost(ofSeconds(20))
                .until(() -> told(site, visit), messages -> messages.size() == 2)
                .get(1);
    }

    private List<Told> told(DemoVenue site, String visit) {
        return scene.told(site).stream()
                .filter(message -> message.visitId().equals(visit))
                .toList();
    }
}
