package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interlieux.demo.CannedAnswer;
import org.interlieux.demo.DemoVenue;
import org.interlieux.demo.frappe.FrappeSite;
import org.interlieux.demo.frappe.Generation;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a login ends for each kind of answer of a Frappe site, over the wire. Every row in every language and generation is in the unit
 * test of the rule. L'Atelier never answers yes or no here; La Fabrique does.
 */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VenueAnswerTableIT {
    private static final String METHOD = "federated_venue.api.user_access_to_federation";
    private static final FrappeSite OLD = new FrappeSite(Generation.FRAPPE_13, Locale.FRENCH, false);
    private static final FrappeSite FRENCH = new FrappeSite(Generation.FRAPPE_14, Locale.FRENCH, false);
    private static final FrappeSite GERMAN = new FrappeSite(Generation.FRAPPE_15, Locale.GERMAN, false);
    private static final FrappeSite ENGLISH = new FrappeSite(Generation.FRAPPE_15, Locale.ENGLISH, true);

    private Scene scene;
    private final Guest ada = new Guest();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        ada.at(scene.library()).comeFromAtelier(Scene.ADA);
    }

    @AfterEach
    void reset() {
        List.of(scene.atelier(), scene.fabrique())
                .forEach(site -> site.misbehaviour().reset());
    }

    @AfterAll
    void close() {
        ada.close();
        scene.close();
    }

    static Stream<Arguments> absences() {
        return Stream.of(
                arguments("app not installed, French", FRENCH.appNotInstalled(METHOD)),
                arguments("app not installed, English, with tracebacks", ENGLISH.appNotInstalled(METHOD)),
                arguments("app not installed, German", GERMAN.appNotInstalled(METHOD)),
                arguments("module missing", FRENCH.noModule(METHOD, "federated_venue")),
                arguments("function missing", ENGLISH.noFunction(METHOD)));
    }

    static Stream<Arguments> unknowns() {
        CannedAnswer absent = FRENCH.appNotInstalled(METHOD);
        return Stream.of(
                arguments("any of the three, Dodock 2", OLD.appNotInstalled(METHOD), "http-417"),
                arguments("business error", FRENCH.thrown("L'application federated_venue dit non"), "http-417"),
                arguments(
                        "business error with Python's words",
                        ENGLISH.thrown(METHOD + ": 'NoneType' object has no attribute 'credits'"),
                        "http-417"),
                arguments("nothing returned", FRENCH.returnedNothing(), "unclear-answer"),
                arguments("not whitelisted", FRENCH.notWhitelisted(METHOD), "http-403"),
                arguments("bad token", GERMAN.badToken(), "http-401"),
                arguments("site-wide rate limit", FRENCH.siteRateLimit(), "http-429"),
                arguments("rate limit of an old site", FRENCH.methodRateLimit(), "http-417"),
                arguments("rate limit of a new site", ENGLISH.methodRateLimit(), "http-429"),
                arguments("maintenance of an old site, HTML", OLD.maintenance(), "http-503"),
                arguments("maintenance, JSON", ENGLISH.maintenance(), "http-503"),
                arguments("unknown host name", FRENCH.unknownHost(), "http-404"),
                arguments("bad gateway", FRENCH.proxy(502), "http-502"),
                arguments("gateway time-out", FRENCH.proxy(504), "http-504"),
                arguments("a proxy's own 417", FRENCH.proxy(417), "http-417"),
                arguments("absence with a wrong status", withStatus(200, absent), "unclear-answer"),
                arguments("absence with another wrong status", withStatus(500, absent), "http-500"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("absences")
    void absentAppGrants(String what, CannedAnswer answer) {
        scene.atelier().misbehaviour().answerAccessWith(answer);

        ada.at(scene.fabrique());

        assertThat(ada.seesArrivalPage()).isTrue();
        ada.tap("not-now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void absentAppGrantsInTheSitesOwnWords(String language) {
        Scene.control(scene.atelier(), "{\"app_installed\": false, \"language\": \"" + language + "\"}");

        ada.at(scene.fabrique());

        assertThat(ada.seesArrivalPage()).isTrue();
        ada.tap("not-now");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("unknowns")
    void everythingElseGrantsNothing(String what, CannedAnswer answer, String reason) {
        scene.atelier().misbehaviour().answerAccessWith(answer);

        ada.at(scene.fabrique());

        assertNobodyEnters(ada, scene.fabrique(), reason);
    }

    @Test
    void absenceAfterAnAnswerGrantsNothing() {
        try (Guest chloe = new Guest()) {
            scene.fabrique().misbehaviour().answerAccessWith(no("Bientôt"));
            chloe.at(scene.atelier()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);
            assertThat(chloe.visitor().text()).contains("Bientôt");

            scene.fabrique().misbehaviour().answerAccessWith(FRENCH.appNotInstalled(METHOD));
            chloe.at(scene.atelier()).choose("fabrique");

            assertNobodyEnters(chloe, scene.atelier(), "app-gone");
        }
    }

    @Test
    void longReasonFullOfMarkupIsShownAsAShortText() {
        String reason = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        try (Guest chloe = new Guest()) {
            scene.fabrique().misbehaviour().answerAccessWith(no(reason + "x".repeat(60_000)));
            chloe.at(scene.atelier()).choose("fabrique").logInAsDokosMember(Scene.CHLOE);

            assertThat(chloe.seesDenial()).isTrue();
            assertThat(chloe.visitor().text()).contains(reason + "x".repeat(200 - reason.length()));
            assertThat(chloe.visitor().source()).doesNotContain("x".repeat(200)).doesNotContain("<script>alert");

            scene.fabrique().misbehaviour().answerAccessWith(no(reason + "x".repeat(100_000)));
            chloe.at(scene.atelier()).choose("fabrique");

            assertNobodyEnters(chloe, scene.atelier(), "answer-too-large");
        }
    }

    @Test
    void absenceAtAnotherSiteThanADokosSiteGrantsNothing() {
        scene.federation()
                .change(
                        "phare",
                        Map.of(
                                "accessRule",
                                "ask-venue",
                                "accessUrl",
                                scene.atelier().url() + "/api/method/" + METHOD));
        scene.atelier().misbehaviour().answerAccessWith(FRENCH.appNotInstalled(METHOD));
        try (Guest dan = new Guest()) {
            dan.at(scene.fabrique()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);

            assertNobodyEnters(dan, scene.fabrique(), "http-417");
        }
    }

    private void assertNobodyEnters(Guest guest, DemoVenue door, String reason) {
        assertThat(guest.visitor().status()).isEqualTo(403);
        assertThat(guest.seesDenial()).isTrue();
        assertThat(guest.isInside(door)).isFalse();
        assertThat(scene.federation().events("LOGIN_ERROR").get(0).getDetails())
                .containsEntry("access_rule", "ask-venue")
                .containsEntry("access_reason", reason);
        assertThat(scene.visits()).isZero();
    }

    private static CannedAnswer no(String reason) {
        return FRENCH.returned(Map.of("allowed", false, "reason", reason));
    }

    private static CannedAnswer withStatus(int status, CannedAnswer answer) {
        return new CannedAnswer(status, answer.headers(), answer.body());
    }
}
