package org.interlieux.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.interlieux.demo.AccessQuestion.Authentication;
import org.interlieux.demo.store.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessQuestionTest {
    private static final String METHOD = "federated_venue.api.user_access_to_federation";
    private static final String[] WITH_KEY = {"Authorization", "token " + TestSite.API_KEY};

    private DemoVenue venue;
    private Visitor federation;

    @BeforeEach
    void start(@TempDir Path folder) {
        venue = TestSite.start(folder);
        federation = new Visitor(venue);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void theAnswerFollowsTheMembersCredits() {
        assertThat(ask(TestSite.ADA.email(), WITH_KEY).body()).isEqualTo("{\"message\":true}");
        assertThat(ask(TestSite.BOB.email(), WITH_KEY).body()).isEqualTo("{\"message\":false}");
        assertThat(ask("nobody@atelier.example", WITH_KEY).body()).isEqualTo("{\"message\":false}");
    }

    @Test
    void aMemberIsFoundByTheirSubjectToo() {
        String token = federation.token(TestSite.ADA).path("access_token").asText();
        String subject = Visitor.json(
                        federation.get(Visitor.OAUTH + "openid_profile", "Authorization", "Bearer " + token))
                .path("sub")
                .asText();
        HttpResponse<String> answer = federation.post(
                "/api/method/" + METHOD, "{\"user\": null, \"subject\": \"" + subject + "\"}", WITH_KEY);
        assertThat(answer.body()).isEqualTo("{\"message\":true}");
    }

    @Test
    void aMembersTokenSpeaksForThatMemberOnly() {
        String token =
                "Bearer " + federation.token(TestSite.ADA).path("access_token").asText();
        assertThat(ask(TestSite.ADA.email(), "Authorization", token).body()).isEqualTo("{\"message\":true}");

        federation.post("/control", "{\"credits\": {\"bob@atelier.example\": true}}");
        assertThat(ask(TestSite.BOB.email(), "Authorization", token).body()).isEqualTo("{\"message\":false}");
        assertThat(venue.misbehaviour().accessQuestions())
                .extracting(AccessQuestion::authentication)
                .containsOnly(Authentication.MEMBER_TOKEN);
    }

    @Test
    void aBadTokenIs401() {
        for (String bad : new String[] {"Bearer guess", "token key:guess", "Basic a2V5OnNlY3JldA==", "nonsense"}) {
            HttpResponse<String> answer = ask(TestSite.ADA.email(), "Authorization", bad);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(excType(answer)).isEqualTo("AuthenticationError");
        }
    }

    @Test
    void withoutCredentialsItIs403WhereTheAppIsInstalledAnd417WhereItIsNot() {
        HttpResponse<String> installed = ask(TestSite.ADA.email());
        assertThat(installed.statusCode()).isEqualTo(403);
        assertThat(excType(installed)).isEqualTo("PermissionError");

        federation.post("/control", "{\"app_installed\": false}");
        assertThat(ask(TestSite.ADA.email()).statusCode()).isEqualTo(417);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    en | App federated_venue is not installed | Failed to get method for command
                    fr | L&#x27;application federated_venue n&#x27;est pas installée | Échec de l&#x27;obtention de la méthode pour la commande
                    """)
    void aSiteWithoutTheAppSaysSoInItsLanguage(String language, String inner, String outer) throws Exception {
        federation.post("/control", "{\"app_installed\": false, \"language\": \"" + language + "\"}");
        HttpResponse<String> answer = ask(TestSite.ADA.email(), WITH_KEY);
        assertThat(answer.statusCode()).isEqualTo(417);
        assertThat(excType(answer)).isEqualTo("ValidationError");
        JsonNode messages = Json.LENIENT.readTree(
                Visitor.json(answer).path("_server_messages").textValue());
        assertThat(messages).hasSize(2);
        assertThat(message(messages, 0)).isEqualTo(inner).doesNotContain(METHOD);
        assertThat(message(messages, 1)).startsWith(outer).contains(METHOD).endsWith(inner);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "federated_venue.api.no_such_function,module &#x27;federated_venue.api&#x27; has no attribute &#x27;no_such_function&#x27;",
        "some_app.api.ping,No module named &#x27;some_app.api&#x27;"
    })
    void anotherMethodIsMissing(String method, String why) throws Exception {
        HttpResponse<String> answer = federation.post("/api/method/" + method, "{}");
        assertThat(answer.statusCode()).isEqualTo(417);
        JsonNode messages = Json.LENIENT.readTree(
                Visitor.json(answer).path("_server_messages").textValue());
        assertThat(messages).hasSize(1);
        assertThat(message(messages, 0)).contains(method).endsWith(why);
    }

    @Test
    void aTestCanReplaceTheAnswerAndSeeWhatWasAsked() {
        venue.misbehaviour().answerAccessWith(502, Map.of("Content-Type", "text/html"), "<h1>Bad gateway</h1>");
        HttpResponse<String> answer = ask(TestSite.ADA.email(), WITH_KEY);
        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).isEqualTo("<h1>Bad gateway</h1>");
        assertThat(venue.misbehaviour().accessQuestions()).singleElement().satisfies(question -> {
            assertThat(question.user()).isEqualTo(TestSite.ADA.email());
            assertThat(question.hostVenue()).isEqualTo("fabrique");
            assertThat(question.authentication()).isEqualTo(Authentication.API_KEY);
        });

        venue.misbehaviour().reset();
        assertThat(ask(TestSite.ADA.email(), WITH_KEY).body()).isEqualTo("{\"message\":true}");
    }

    @Test
    void aTestCanMakeTheAnswerSlow() {
        venue.misbehaviour().delayAccess(Duration.ofMillis(200));
        venue.misbehaviour().dribbleAccess(Duration.ofMillis(10));
        long start = System.nanoTime();
        HttpResponse<String> answer = ask(TestSite.ADA.email(), WITH_KEY);
        assertThat(answer.body()).isEqualTo("{\"message\":true}");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(350));
    }

    private HttpResponse<String> ask(String user, String... headers) {
        return federation.post("/api/method/" + METHOD, """
                {"user": "%s", "subject": "unknown", "home_venue": "atelier", "host_venue": "fabrique"}
                """.formatted(user), headers);
    }

    private static String excType(HttpResponse<String> answer) {
        return Visitor.json(answer).path("exc_type").asText();
    }

    private static String message(JsonNode messages, int index) throws Exception {
        return Json.LENIENT
                .readTree(messages.path(index).textValue())
                .path("message")
                .asText();
    }
}
