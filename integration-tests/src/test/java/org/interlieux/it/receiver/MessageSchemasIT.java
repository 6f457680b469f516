package org.interlieux.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas say no where they must, and fit the examples of docs/webhooks.md. */
class MessageSchemasIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TYPES = List.of("visit.entry", "visit.exit", "visit.verify", "webhook.test");

    static Stream<JsonNode> examples() {
        return Guide.read().inLanguage("json").stream().map(MessageSchemasIT::parse);
    }

    static Stream<JsonNode> messages() {
        return examples().filter(example -> example.has("type"));
    }

    @Test
    void thereIsAnExampleOfEachType() {
        assertThat(messages().map(message -> message.path("type").asText())).containsExactlyElementsOf(TYPES);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void examplesFit(JsonNode message) {
        MessageSchemas.check(message);
    }

    @Test
    void theAnswerToVerifyFits() {
        JsonSchema schema = MessageSchemas.strict("visit.verify-answer");
        List<JsonNode> answers =
                examples().filter(example -> !example.has("type")).toList();

        assertThat(answers).hasSize(1);
        assertThat(schema.errors(answers.get(0))).isEmpty();
        assertThat(schema.errors(JSON.createObjectNode().set("message", answers.get(0))))
                .isEmpty();
        assertThat(schema.errors(parse("{\"message\": \"ok\"}"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void weMayAddFieldsOnlyWhenTheyAreDocumented(JsonNode message) {
        String type = message.path("type").asText();
        List<JsonNode> objects = message.findParents("id");
        ((ObjectNode) objects.get(0)).put("shoe_size", 43);

        assertThatThrownBy(() -> MessageSchemas.check(message))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shoe_size");
        assertThat(JsonSchema.of(MessageSchemas.published(type)).errors(message))
                .as("receivers accept it")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"visit.entry\", \"timestamp\": \"2026-11-20T08:03:12.345Z\", \"data\": {}}",
                "{\"type\": \"webhook.test\", \"timestamp\": \"2026-11-20 08:03\", \"data\": {\"venue\": {\"id\": \"a\", \"name\": \"A\"}}}",
                "{\"type\": \"visit.other\"}",
                "{}"
            })
    void whatIsIncompleteOrUnknownIsRefused(String message) {
        assertThatThrownBy(() -> MessageSchemas.check(parse(message))).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"state=\"open\"", "exit_reason=\"lunch\"", "exit_reason=null", "exited_at=null", "sequence=1"})
    void anExitThatContradictsItselfIsRefused(String change) {
        JsonNode exit = messages()
                .filter(message -> message.path("type").asText().equals("visit.exit"))
                .findFirst()
                .orElseThrow();
        String[] parts = change.split("=", 2);
        ((ObjectNode) exit.at("/data/visit")).set(parts[0], parse(parts[1]));

        assertThatThrownBy(() -> MessageSchemas.check(exit))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(parts[0]);
    }

    @Test
    void whatSchemasHaveInCommonIsTheSame() {
        List<JsonNode> schemas = TYPES.stream().map(MessageSchemas::published).toList();
        for (String part : List.of("moment", "visit-id", "member", "venue")) {
            assertThat(schemas.stream()
                            .map(schema -> schema.at("/$defs/" + part))
                            .filter(found -> !found.isMissingNode())
                            .distinct())
                    .as(part)
                    .hasSize(1);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
