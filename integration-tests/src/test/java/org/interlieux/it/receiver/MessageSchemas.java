package org.interlieux.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.interlieux.it.Directories;

/** The schemas in {@code docs/schemas}, one file per type of message. */
public final class MessageSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonSchema> STRICT = new ConcurrentHashMap<>();

    private MessageSchemas() {}

    /** Fails unless the message is as its schema says and holds nothing beyond. */
    public static void check(JsonNode message) {
        String type = message.path("type").asText();
        assertThat(file(type)).as("schema of " + message).exists();
        assertThat(STRICT.computeIfAbsent(type, MessageSchemas::strict).errors(message))
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
    static JsonSchema strict(String name) {
        JsonNode schema = published(name);
        JsonSchema.close(schema);
        if (schema.at("/properties/data/properties/visit/properties/channel") instanceof ObjectNode channel) {
            channel.put("const", "login");
        }
        return JsonSchema.of(schema);
    }

    private static Path file(String name) {
        return Directories.docs().resolve("schemas").resolve(name + ".json");
    }
}
