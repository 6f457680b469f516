package org.interlieux.venue.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.util.JsonSerialization;
import org.keycloak.utils.JsonUtils;

/**
 * What a home venue released at one place of its claims, kept with the login so that a later login by cookie knows it too.
 *
 * @param path where, as {@link #of} takes it
 * @param values what stood there, as text; empty when there was nothing
 */
public record ReleasedClaim(String path, List<String> values) {
    /** The note of the login session that holds it. */
    static final String NOTE = "interlieux.released-claim";

    /** More is no claim about a membership, and would have to be kept with every session. */
    private static final int MAX_VALUES = 100;

    private static final int MAX_LENGTH = 255;

    /**
     * Looks into what a venue released.
     *
     * @param path names joined by dots; a dot within a name is written {@code \\.}, one element of an array {@code [0]};
     *     without an index, all elements of an array count
     */
    static ReleasedClaim of(JsonNode claims, String path) {
        List<JsonNode> found = List.of(claims);
        for (String step : JsonUtils.splitClaimPath(path)) {
            found = found.stream().flatMap(node -> step(node, step)).toList();
        }
        return new ReleasedClaim(
                path,
                found.stream()
                        .flatMap(ReleasedClaim::elements)
                        .filter(JsonNode::isValueNode)
                        .filter(node -> !node.isNull())
                        .map(JsonNode::asText)
                        .filter(text -> !text.isBlank() && text.length() <= MAX_LENGTH)
                        .limit(MAX_VALUES)
                        .toList());
    }

    private static Stream<JsonNode> step(JsonNode node, String step) {
        int bracket = step.endsWith("]") ? step.lastIndexOf('[') : -1;
        String index = bracket < 0 ? "" : step.substring(bracket + 1, step.length() - 1);
        if (!index.matches("\\d{1,4}")) {
            return elements(node).map(element -> element.path(step)).filter(found -> !found.isMissingNode());
        }
        String name = step.substring(0, bracket);
        return elements(node)
                .map(element -> element.path(name).path(Integer.parseInt(index)))
                .filter(found -> !found.isMissingNode());
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        if (!node.isArray()) {
            return Stream.of(node);
        }
        List<JsonNode> elements = new ArrayList<>();
        node.forEach(elements::add);
        return elements.stream();
    }

    String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<ReleasedClaim> read(String json) {
        try {
            return Optional.of(JsonSerialization.readValue(json, ReleasedClaim.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
