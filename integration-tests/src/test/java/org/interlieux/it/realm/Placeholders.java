package org.interlieux.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills {@code ${NAME}}, {@code ${NAME:default}} and {@code ${env.NAME:default}} in the texts of a realm file. Keycloak does this itself
 * when it imports at its start, but not over the admin API. Names in lower case are left: they are Keycloak's own ({@code ${role_admin}},
 * {@code ${vault.key}}).
 */
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?:env\\.)?([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private final Map<String, String> values;

    public Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** A filled copy. Throws {@link IllegalArgumentException} for a name that has neither a value nor a default. */
    public JsonNode fill(JsonNode node) {
        if (node instanceof TextNode) {
            return TextNode.valueOf(fill(node.textValue()));
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = array.arrayNode(array.size());
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode filled = object.objectNode();
            object.properties().forEach(property -> filled.set(property.getKey(), fill(property.getValue())));
            return filled;
        }
        return node;
    }

    private String fill(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group(2))));
    }

    private String value(String name, @Nullable String byDefault) {
        String value = values.getOrDefault(name, byDefault);
        if (value == null) {
            throw new IllegalArgumentException(
                    "${" + name + "} has no default and no value; known are " + values.keySet());
        }
        return value;
    }
}
