package org.interlieux.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.interlieux.demo.site.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
    private static final String METHOD = "/api/method/federation_visit";
    private static final String ENTRY = """
            {"type": "visit.entry", "timestamp": "2026-11-20T08:03:12.345Z", "data": {
              "visit": {"id": "v-1", "sequence": 1, "state": "open", "exited_at": null},
              "member": {"id": "m-1", "name": "Zoé <b>"},
              "home_venue": {"id": "atelier", "name": "L'Atelier"}, "host_venue": {"id": "fabrique", "name": "La Fabrique"}}}
            """;
    private static final String OTHER_KEY =
            "whsec_" + Base64.getEncoder().encodeToString("another key".getBytes(UTF_8));

    private Path folder;
    private DemoVenue venue;
    private Visitor federation;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.folder = folder;
        venue = TestSite.start(folder);
        federation = new Visitor(venue);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void aSignedMessageIsKeptAsItCame() throws Exception {
        assertThat(send("w-1", ENTRY, TestSite.WEBHOOK_KEY).body()).isEqualTo("{\"message\":\"ok\"}");
        assertThat(records()).singleElement().satisfies(kept -> {
            assertThat(kept.path("webhook_id").asText()).isEqualTo("w-1");
            assertThat(kept.path("deliveries").asInt()).isEqualTo(1);
            assertThat(kept.path("frappe_signature").asBoolean()).isFalse();
            assertThat(kept.at("/body/data/member/name").asText()).isEqualTo("Zoé <b>");
            assertThat(Instant.parse(kept.path("received_at").asText())).isBeforeOrEqualTo(Instant.now());
        });
        assertThat(federation.get("/").body()).contains("Zoé &lt;b&gt;", "La Fabrique", "v-1");
    }

    @Test
    void frappesOwnSignatureIsCheckedWhenItIsThere() throws Exception {
        String right = Base64.getEncoder()
                .encodeToString(Digests.hmacSha256(TestSite.WEBHOOK_KEY.getBytes(UTF_8), ENTRY.getBytes(UTF_8)));
        assertThat(send("w-1", ENTRY, TestSite.WEBHOOK_KEY, "X-Frappe-Webhook-Signature", "guess")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("w-1", ENTRY, TestSite.WEBHOOK_KEY, "X-Frappe-Webhook-Signature", right)
                        .statusCode())
                .isEqualTo(200);
        assertThat(records()).singleElement().satisfies(kept -> assertThat(
                        kept.path("frappe_signature").asBoolean())
                .isTrue());
    }

    @Test
    void aMessageThatIsNotSignedWithTheSitesKeyIsRefused() throws Exception {
        assertThat(send("w-1", ENTRY, OTHER_KEY).statusCode()).isEqualTo(401);
        assertThat(federation.post(METHOD, ENTRY).statusCode()).isEqualTo(401);
        assertThat(federation
                        .post(
                                METHOD,
                                ENTRY,
                                "webhook-id",
                                "w-1",
                                "webhook-timestamp",
                                "yesterday",
                                "webhook-signature",
                                "v1,")
                        .statusCode())
                .isEqualTo(401);
        assertThat(records()).isEmpty();
        assertThat(venue.misbehaviour().webhookAttempts())
                .extracting(WebhookAttempt::status)
                .containsExactly(401, 401, 401);
    }

    @Test
    void aKeyCanBeChangedWhileTheSiteRuns() throws Exception {
        venue.changeWebhookKey(OTHER_KEY);
        assertThat(send("w-1", ENTRY, OTHER_KEY).statusCode()).isEqualTo(200);
        assertThat(send("w-2", ENTRY, TestSite.WEBHOOK_KEY).statusCode()).isEqualTo(401);
    }

    @Test
    void aRepeatIsCountedNotKeptTwice() throws Exception {
        send("w-1", ENTRY, TestSite.WEBHOOK_KEY);
        assertThat(send("w-1", ENTRY, TestSite.WEBHOOK_KEY).statusCode()).isEqualTo(200);
        assertThat(records())
                .singleElement()
                .satisfies(kept -> assertThat(kept.path("deliveries").asInt()).isEqualTo(2));
    }

    @Test
    void recordsSurviveARestartOldestFirst() throws Exception {
        send("w-1", ENTRY, TestSite.WEBHOOK_KEY);
        send("w-2", "{\"type\": \"webhook.test\", \"data\": {}}", TestSite.WEBHOOK_KEY);
        venue.close();
        venue = TestSite.start(folder);
        federation = new Visitor(venue);
        assertThat(records())
                .extracting(kept -> kept.path("webhook_id").asText())
                .containsExactly("w-1", "w-2");
    }

    @Test
    void theSiteNamesTheVisitsThatItMisses() throws Exception {
        send("w-1", ENTRY, TestSite.WEBHOOK_KEY);
        String verify = """
                {"type": "visit.verify", "data": {"visits": [
                  {"id": "v-1", "sequence": 1}, {"id": "v-1", "sequence": 2}, {"id": "v-9", "sequence": 1}]}}
                """;
        assertThat(send("w-2", verify, TestSite.WEBHOOK_KEY).body())
                .isEqualTo("{\"message\":{\"missing\":[\"v-1\",\"v-9\"]}}");
        assertThat(records()).hasSize(1);
    }

    @Test
    void aSignedMessageThatIsNoJsonIsABadRequest() throws Exception {
        assertThat(send("w-1", "no JSON", TestSite.WEBHOOK_KEY).statusCode()).isEqualTo(400);
        assertThat(send("w-2", "[]", TestSite.WEBHOOK_KEY).statusCode()).isEqualTo(400);
        assertThat(records()).isEmpty();
    }

    @Test
    void aTestCanRefuseWebhooks() throws Exception {
        venue.misbehaviour().answerWebhooksWith(503);
        assertThat(send("w-1", ENTRY, TestSite.WEBHOOK_KEY).statusCode()).isEqualTo(503);
        venue.misbehaviour().reset();
        assertThat(send("w-1", ENTRY, TestSite.WEBHOOK_KEY).statusCode()).isEqualTo(200);
        assertThat(venue.misbehaviour().webhookAttempts())
                .singleElement()
                .extracting(WebhookAttempt::status)
                .isEqualTo(200);
    }

    private List<JsonNode> records() {
        List<JsonNode> records = new ArrayList<>();
        Visitor.json(federation.get("/records.json")).path("records").forEach(records::add);
        return records;
    }

    private HttpResponse<String> send(String id, String body, String key, String... more) throws Exception {
        long now = Instant.now().getEpochSecond();
        List<String> headers = new ArrayList<>(List.of(more));
        headers.addAll(List.of("webhook-id", id, "webhook-timestamp", String.valueOf(now)));
        headers.addAll(List.of("webhook-signature", new Webhook(key).sign(id, now, body)));
        return federation.post(METHOD, body, headers.toArray(String[]::new));
    }
}
