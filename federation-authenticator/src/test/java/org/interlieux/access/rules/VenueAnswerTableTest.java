package org.interlieux.access.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.interlieux.demo.CannedAnswer;
import org.interlieux.demo.frappe.FrappeSite;
import org.interlieux.demo.frappe.Generation;
import org.interlieux.venue.VenueType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that a home venue's site may answer to the access question, and what becomes of it: each row for every
 * generation of Frappe, three languages, with tracebacks and without.
 */
class VenueAnswerTableTest {
    private static final String METHOD = "federated_venue.api.user_access_to_federation";
    private static final String APP_ABSENT = "granted app-absent";

    /** Texts of business errors that look like an absence, one message or several. */
    private static final List<List<String>> MISLEADING = List.of(
            List.of("App federated_venue is not installed for you"),
            List.of("L'application federated_venue n'est pas installée pour vous"),
            List.of(METHOD),
            List.of("Échec de " + METHOD + " : plus de crédits"),
            List.of("Failed to get method for command " + METHOD + " with no credits"),
            List.of(METHOD + ": 'NoneType' object has no attribute 'credits'"),
            List.of(METHOD + ": No module named 'stripe'"),
            List.of("No module named 'federated_venue'"),
            List.of("federated_venue: no credits", "Try again later"),
            List.of("No credits", METHOD + " failed"),
            List.of(METHOD + " is slow", METHOD + " failed"));

    static Stream<FrappeSite> sites() {
        return Arrays.stream(Generation.values())
                .flatMap(generation -> Stream.of("fr", "en", "de").flatMap(language -> Stream.of(true, false)
                        .map(tracebacks -> new FrappeSite(generation, Locale.forLanguageTag(language), tracebacks))));
    }

    /** Those that say why a method cannot be called. */
    static Stream<FrappeSite> clearSites() {
        return sites().filter(site -> site.generation() != Generation.FRAPPE_13);
    }

    static Stream<Arguments> rows() {
        return sites().flatMap(site -> {
            boolean silent = site.generation() == Generation.FRAPPE_13;
            boolean recent = site.generation() == Generation.FRAPPE_15;
            String absent = silent ? "unknown http-417" : APP_ABSENT;
            return Stream.of(
                    row(site, "yes", site.returned(true), "granted venue-said-yes"),
                    row(site, "no", site.returned(false), "denied venue-said-no"),
                    row(site, "a word", site.returned("true"), "unknown unclear-answer"),
                    row(site, "nothing", site.returnedNothing(), "unknown unclear-answer"),
                    row(site, "app not installed", site.appNotInstalled(METHOD), absent),
                    row(site, "no such app on the machine", site.noModule(METHOD, "federated_venue"), absent),
                    row(site, "no such module in the app", site.noModule(METHOD, "federated_venue.api"), absent),
                    row(site, "no such function in the module", site.noFunction(METHOD), absent),
                    row(site, "another app's module", site.noModule(METHOD, "stripe"), "unknown http-417"),
                    row(site, "business error", site.thrown("Plus de crédits : voir l'accueil"), "unknown http-417"),
                    row(site, "not whitelisted, or a guest", site.notWhitelisted(METHOD), "unknown http-403"),
                    row(site, "bad token", site.badToken(), recent ? "unknown http-401" : "unknown http-403"),
                    row(site, "rate limit of the site", site.siteRateLimit(), "unknown http-429"),
                    row(
                            site,
                            "rate limit of the method",
                            site.methodRateLimit(),
                            recent ? "unknown http-429" : "unknown http-417"),
                    row(site, "maintenance", site.maintenance(), "unknown http-503"),
                    row(site, "unknown host name", site.unknownHost(), "unknown http-404"),
                    row(site, "bad gateway", site.proxy(502), "unknown http-502"),
                    row(site, "gateway time-out", site.proxy(504), "unknown http-504"),
                    row(site, "a proxy's own 417", site.proxy(417), "unknown http-417"));
        });
    }

    private static Arguments row(FrappeSite site, String what, CannedAnswer answer, String outcome) {
        return arguments(what, site, answer, outcome);
    }

    @ParameterizedTest(name = "{0}, {1}: {3}")
    @MethodSource("rows")
    void answerHasItsOutcome(String what, FrappeSite site, CannedAnswer answer, String outcome) {
        assertThat(new AskedVenue().ask(answer)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("clearSites")
    void absenceOfAnAppThatAnsweredOnceIsUnknown(FrappeSite site) {
        for (boolean first : List.of(true, false)) {
            AskedVenue venue = new AskedVenue();
            venue.ask(site.returned(first));

            for (CannedAnswer absent : absences(site)) {
                assertThat(venue.ask(absent)).isEqualTo("unknown app-gone");
            }
            assertThat(venue.gone()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("clearSites")
    void noOtherSiteThanADokosSiteLacksTheApp(FrappeSite site) {
        for (CannedAnswer absent : absences(site)) {
            assertThat(new AskedVenue(VenueType.OIDC).ask(absent)).isEqualTo("unknown http-417");
        }
    }

    @ParameterizedTest
    @MethodSource("clearSites")
    void absenceIsSaidWithItsOwnStatusOnly(FrappeSite site) {
        for (CannedAnswer absent : absences(site)) {
            assertThat(new AskedVenue().ask(withStatus(200, absent))).isEqualTo("unknown unclear-answer");
            for (int status : List.of(201, 400, 401, 403, 404, 418, 500, 503)) {
                assertThat(new AskedVenue().ask(withStatus(status, absent))).isEqualTo("unknown http-" + status);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void businessErrorThatSpeaksOfTheAppIsNoAbsence(FrappeSite site) {
        for (List<String> texts : MISLEADING) {
            assertThat(new AskedVenue().ask(site.thrown(texts.toArray(String[]::new))))
                    .as("%s", texts)
                    .isEqualTo("unknown http-417");
        }
    }

    @ParameterizedTest
    @EnumSource(Odd.class)
    void bodyThatIsNoErrorOfFrappeIsNoAbsence(Odd odd) {
        assertThat(new AskedVenue().ask(new CannedAnswer(417, Map.of(), odd.body.getBytes(UTF_8))))
                .isEqualTo("unknown http-417");
    }

    /** What else may come with a 417. */
    private enum Odd {
        EMPTY(""),
        PLAIN_TEXT("App federated_venue is not installed: " + METHOD + " has no attribute 'user_access_to_federation'"),
        NULL("null"),
        LIST("[\"" + METHOD + "\", \"No module named 'federated_venue'\"]"),
        MESSAGES_NO_LIST("{\"_server_messages\": \"" + METHOD + "\"}"),
        MESSAGES_NOT_IN_A_STRING(
                "{\"_server_messages\": [{\"message\": \"App federated_venue\"}, {\"message\": \"" + METHOD + "\"}]}"),
        MESSAGES_NOT_JSON("{\"_server_messages\": \"[\\\"" + METHOD + "\\\"]\"}"),
        DEEP("[".repeat(60_000)),
        LONG_NAME("{\"exception\": \"" + METHOD + " No module named " + "a.".repeat(25_000) + "\"}"),
        MANY_NAMES("{\"exception\": \"" + METHOD + " No module named x".repeat(1_000) + "\"}");

        private final String body;

        Odd(String body) {
            this.body = body;
        }
    }

    private static CannedAnswer withStatus(int status, CannedAnswer answer) {
        return new CannedAnswer(status, answer.headers(), answer.body());
    }

    private static List<CannedAnswer> absences(FrappeSite site) {
        return List.of(site.appNotInstalled(METHOD), site.noModule(METHOD, "federated_venue"), site.noFunction(METHOD));
    }
}
