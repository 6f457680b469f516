package org.interlieux.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code in docs/webhooks.md, with messages that the server really sent to a Dokos venue. */
@ExtendWith(SharedKeycloak.class)
class ReceiverCodeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OTHER_KEY = "whsec_b3RoZXItb3RoZXItb3RoZXItb3RoZXItb3RoZXItb3Q=";

    private static String key;
    private static Letter entry;
    private static Letter exit;

    /** Chloé's name is not ASCII: whoever signs characters instead of bytes is found out. */
    @BeforeAll
    static void receive(KeycloakServer server) throws InterruptedException {
        try (Scene scene = Scene.set(server);
                Inbox inbox = Inbox.open();
                Guest guest = new Guest()) {
            scene.federation().change("fabrique", Map.of("webhookUrl", inbox.url()));
            key = scene.federation()
                    .admin()
                    .post(scene.federation().path("/interlieux/venues/fabrique/webhook-key"), "")
                    .path("keys")
                    .path(0)
                    .asText();
            guest.at(scene.atelier())
                    .choose("fabrique")
                    .logInAsDokosMember(Scene.CHLOE)
                    .arrive();
            entry = inbox.take();
            guest.leave(scene.atelier());
            exit = inbox.take();
        }
    }

    @Test
    void messagesFitTheirSchemas() throws IOException {
        MessageSchemas.check(JSON.readTree(entry.body()));
        MessageSchemas.check(JSON.readTree(exit.body()));
        assertThat(entry.body()).contains("visit.entry", "Chloé");
        assertThat(exit.body()).contains("visit.exit");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("The code that verifies accepts what the server sent and refuses everything else")
    void onlyOurMessagesAreAccepted(Interpreter interpreter, @TempDir Path directory) throws IOException {
        interpreter.require();
        Resigned resigned = new Resigned(key);
        Instant now = Instant.now();
        String signature = entry.header(Letter.SIGNATURE);
        String otherSignature = new Resigned(OTHER_KEY).at(now, entry).header(Letter.SIGNATURE);
        Map<String, Letter> right = new LinkedHashMap<>();
        right.put("as sent", entry);
        right.put("exit", exit);
        right.put("new key first", entry.with(Letter.SIGNATURE, otherSignature + " " + signature));
        right.put("new key last", entry.with(Letter.SIGNATURE, signature + " " + otherSignature));
        right.put("a kind of signature that it does not know", entry.with(Letter.SIGNATURE, "v1a,AAAA " + signature));
        right.put("clock behind by four minutes", resigned.at(now.minusSeconds(240), entry));
        right.put("clock ahead by four minutes", resigned.at(now.plusSeconds(240), entry));
        long sent = Long.parseLong(entry.header(Letter.TIMESTAMP));
        Map<String, Letter> wrong = new LinkedHashMap<>();
        wrong.put("body", entry.withBody(entry.body().replace("Chloé", "Chloe")));
        wrong.put("a byte more", entry.withBody(entry.body() + " "));
        wrong.put("id", entry.with(Letter.ID, "msg_other"));
        wrong.put("timestamp", entry.with(Letter.TIMESTAMP, String.valueOf(sent - 1)));
        wrong.put("old", resigned.at(now.minusSeconds(310), entry));
        wrong.put("of the future", resigned.at(now.plusSeconds(310), entry));
        wrong.put("key", new Resigned(OTHER_KEY).at(now, entry));
        wrong.put("version", entry.with(Letter.SIGNATURE, signature.replace("v1,", "v2,")));
        wrong.put("cut signature", entry.with(Letter.SIGNATURE, signature.substring(0, signature.length() - 4)));
        wrong.put("empty signature", entry.with(Letter.SIGNATURE, ""));
        wrong.put("signature without a value", entry.with(Letter.SIGNATURE, "v1,"));
        wrong.put("no signature", entry.without(Letter.SIGNATURE));
        wrong.put("empty timestamp", entry.with(Letter.TIMESTAMP, ""));
        wrong.put("no number", entry.with(Letter.TIMESTAMP, "now"));
        wrong.put("no timestamp", entry.without(Letter.TIMESTAMP));
        wrong.put("no id", entry.without(Letter.ID));
        wrong.put("no headers at all", new Letter(Map.of(), entry.body()));

        Map<String, Letter> all = new LinkedHashMap<>(right);
        all.putAll(wrong);
        Map<String, Boolean> verdicts = verify(directory, interpreter, all);

        assertThat(verdicts).hasSize(right.size() + wrong.size());
        right.keySet().forEach(name -> assertThat(verdicts).as("right: " + name).containsEntry(name, true));
        wrong.keySet().forEach(name -> assertThat(verdicts).as("wrong: " + name).containsEntry(name, false));
        assertThat(resigned.accepts(entry)).as("the official library").isTrue();
    }

    @Test
    @DisplayName("The server script for Frappe keeps the latest state of a visit, and refuses what is not signed")
    void frappeScriptKeepsVisits(@TempDir Path directory) throws IOException {
        Interpreter.PYTHON.require();
        Resigned resigned = new Resigned(key);
        JsonNode visit = JSON.readTree(exit.body()).path("data").path("visit");
        String id = visit.path("id").asText();
        Letter question = resigned.forFrappe("""
                {"type": "visit.verify", "timestamp": "2026-11-21T02:00:00.000Z",
                 "data": {"from": "2026-11-19T23:00:00.000Z", "to": "2026-11-20T23:00:00.000Z",
                          "visits": [{"id": "%s", "sequence": 2}, {"id": "missing", "sequence": 1}]}}""".formatted(id));
        String signature = entry.header(Letter.FRAPPE_SIGNATURE);
        List<Letter> refused = List.of(
                entry.withBody(entry.body().replace("Chloé", "Chloe")),
                new Resigned(OTHER_KEY).forFrappe(entry.body()),
                entry.with(Letter.FRAPPE_SIGNATURE, exit.header(Letter.FRAPPE_SIGNATURE)),
                entry.with(Letter.FRAPPE_SIGNATURE, signature.substring(1)),
                entry.with(Letter.FRAPPE_SIGNATURE, ""),
                entry.without(Letter.FRAPPE_SIGNATURE));
        List<Letter> letters = new ArrayList<>(refused);
        letters.addAll(List.of(
                question, entry, exit, entry, exit, question, resigned.forFrappe("{\"type\":\"new\",\"data\":{}}")));

        JsonNode result = frappe(directory, letters);

        JsonNode answers = result.path("answers");
        for (int i = 0; i < refused.size(); i++) {
            assertThat(answers.path(i).toString()).as("letter " + i).isEqualTo("{\"status\":401}");
        }
        int first = refused.size();
        assertThat(answers.path(first).at("/message/missing")).hasToString("[\"" + id + "\",\"missing\"]");
        for (int i = first + 1; i <= first + 4; i++) {
            assertThat(answers.path(i).path("message").asText()).isEqualTo("ok");
        }
        JsonNode answer = answers.path(first + 5);
        assertThat(answer.at("/message/missing")).hasToString("[\"missing\"]");
        assertThat(MessageSchemas.strict("visit.verify-answer")
                        .errors(((ObjectNode) answer).deepCopy().without("status")))
                .isEmpty();
        assertThat(answers.path(first + 6).path("status").asInt()).isEqualTo(200);
        assertThat(result.path("rows")).hasSize(1);
        assertThat(result.path("rows").path(id).path("sequence").asInt()).isEqualTo(2);
        assertThat(result.path("rows").path(id).path("member"))
                .isEqualTo(JSON.readTree(entry.body()).at("/data/member/id"));
        assertThat(result.path("rows").path(id).path("exited_at")).isEqualTo(visit.path("exited_at"));
    }

    private static Map<String, Boolean> verify(Path directory, Interpreter interpreter, Map<String, Letter> letters)
            throws IOException {
        Files.writeString(directory.resolve(interpreter.snippet()), Guide.read().file(interpreter.snippet()));
        ArrayNode cases = JSON.createArrayNode();
        letters.values().forEach(letter -> cases.add(json(letter).put("key", key)));
        JsonNode verdicts = JSON.readTree(interpreter.run(directory, interpreter.driver(), cases.toString()));
        assertThat(verdicts).hasSameSizeAs(letters.keySet());
        Map<String, Boolean> named = new LinkedHashMap<>();
        letters.keySet()
                .forEach(name -> named.put(name, verdicts.path(named.size()).booleanValue()));
        return named;
    }

    private static JsonNode frappe(Path directory, List<Letter> letters) throws IOException {
        Files.writeString(directory.resolve("federation_visit.py"), Guide.read().file("federation_visit.py"));
        ObjectNode cases = JSON.createObjectNode().put("key", key);
        letters.forEach(letter -> cases.withArray("letters").add(json(letter)));
        return JSON.readTree(Interpreter.PYTHON.run(directory, "frappe_cases.py", cases.toString()));
    }

    private static ObjectNode json(Letter letter) {
        ObjectNode json = JSON.createObjectNode();
        json.set("headers", JSON.valueToTree(letter.headers()));
        return json.put("body", Base64.getEncoder().encodeToString(letter.bytes()));
    }
}
