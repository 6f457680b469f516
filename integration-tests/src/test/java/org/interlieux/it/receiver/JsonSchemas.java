package org.interlieux.it.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.util.List;

/** JSON Schema 2020-12. */
public final class JsonSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonSchemas() {}

    /** Where the instance is not as the schema says; empty when all is well. */
    public static List<String> errors(JsonNode schema, JsonNode instance) {
        // Whatever the schema of schemas finds wrong with this one is thrown.
        return new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory(JSON)).validate(schema, instance).getErrors().stream()
                        .map(JsonSchemas::readable)
                        .toList();
    }

    /** Allows nothing that the schema does not name. */
    public static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(JsonSchemas::close);
    }

    private static String readable(Error error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }
}
