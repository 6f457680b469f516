package org.interlieux.it.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.List;

/** A JSON Schema 2020-12 that instances are held to. Reading one costs far more than holding a message to it. */
public final class JsonSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Validator validator;
    private final URI id;

    private JsonSchema(Validator validator, URI id) {
        this.validator = validator;
        this.id = id;
    }

    /** Throws whatever the schema of schemas finds wrong with this one. */
    public static JsonSchema of(JsonNode schema) {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory(JSON))
                .createValidator();
        return new JsonSchema(validator, validator.registerSchema(schema));
    }

    /** Where the instance is not as the schema says; empty when all is well. */
    public synchronized List<String> errors(JsonNode instance) {
        return validator.validate(id, instance).getErrors().stream()
                .map(JsonSchema::readable)
                .toList();
    }

    /** Allows nothing that the schema does not name. */
    public static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(JsonSchema::close);
    }

    private static String readable(Error error) {
        return error.getInstanceLocation() + ": " + error.getError();
    }
}
