package org.interlieux.it.ascode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What two exports have in common when nothing was lost or changed between them. Order is taken out, because Keycloak lists things as
 * the database gives them; and, of a whole realm, what Keycloak adds to parts of its own when it imports any realm.
 */
final class ComparableExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KEYCLOAKS_CLIENTS =
            Set.of("account", "account-console", "admin-cli", "broker", "realm-management", "security-admin-console");
    private static final List<String> ADDED_TO_REALM = List.of(
            "clientOfflineSessionIdleTimeout",
            "clientOfflineSessionMaxLifespan",
            "clientSessionIdleTimeout",
            "clientSessionMaxLifespan",
            "scimApiEnabled");
    private static final List<String> ADDED_TO_CLIENT =
            List.of("post.logout.redirect.uris", "client.secret.creation.time");

    private ComparableExport() {}

    /** Of a whole realm. */
    static String of(Path file) {
        try {
            ObjectNode realm = (ObjectNode) JSON.readTree(file.toFile());
            takeOutWhatKeycloakAdds(realm);
            return of(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a part of a realm. */
    static String of(JsonNode content) {
        return sorted(content).toPrettyString();
    }

    private static void takeOutWhatKeycloakAdds(ObjectNode realm) {
        remove(realm.path("attributes"), ADDED_TO_REALM);
        realm.path("clientScopes").forEach(scope -> scope.path("protocolMappers")
                .forEach(mapper -> remove(mapper.path("config"), List.of("userinfo.token.claim"))));
        for (JsonNode client : realm.path("clients")) {
            if (KEYCLOAKS_CLIENTS.contains(client.path("clientId").asText())) {
                remove(client, List.of("secret"));
                remove(client.path("attributes"), ADDED_TO_CLIENT);
            }
        }
    }

    private static void remove(JsonNode from, List<String> names) {
        if (from instanceof ObjectNode object) {
            object.remove(names);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = JSON.createObjectNode();
            Map<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            fields.forEach(sorted::set);
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> elements = StreamSupport.stream(array.spliterator(), false)
                    .map(ComparableExport::sorted)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .toList();
            return JSON.createArrayNode().addAll(elements);
        }
        return node;
    }
}
