package org.interlieux.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interlieux.it.Directories;

/** The schemas in {@code docs/schemas}, one file per type of message. */
public final class MessageSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> STRICT = new ConcurrentHashMap<>();

    private MessageSchemas() {}

    /** Fails unless the message is as its schema says and holds nothing beyond. */
    public static void check(JsonNode message) {
        String type = message.path("type").asText();
        assertThat(file(type)).as("schema of " + message).exists();
        assertThat(errors(STRICT.computeIfAbsent(type, MessageSchemas::strict), message))
                .as("what docs/schemas/" + type + ".json says of " + message)
                .isEmpty();
    }

    /** As receivers have it: a field that it does not name is allowed, because there may be more of them one day. */
    static JsonNode published(String name) {
        try {
            return JSON.readTree(Files.readString(file(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As we are held to it: what is not documented is not sent. */
    static JsonNode strict(String name) {
        JsonNode schema = published(name);
        close(schema);
        if (schema.at("/properties/data/properties/visit/properties/channel") instanceof ObjectNode channel) {
            channel.put("const", "login");
        }
        return schema;
    }

    static List<String> errors(JsonNode schema, JsonNode instance) {
        // Whatever the schema of schemas finds wrong with this one is thrown.
        return new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory(JSON)).validate(schema, instance).getErrors().stream()
                        .map(MessageSchemas::readable)
                        .toList();
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(MessageSchemas::close);
    }

    private static String readable(Error error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }

    private static Path file(String name) {
        return Directories.docs().resolve("schemas").resolve(name + ".json");
    }
}
