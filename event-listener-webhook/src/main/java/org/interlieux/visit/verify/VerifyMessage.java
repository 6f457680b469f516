package org.interlieux.visit.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interlieux.visit.delivery.Timestamp;
import org.keycloak.util.JsonSerialization;

/** The question which of these visits a venue does not have, and how its answer is read. */
record VerifyMessage(String type, String timestamp, Data data) {
    /** All visits of this venue that began from {@code from} to before {@code to}. */
    record Data(String from, String to, List<Asked> visits) {}

    /** One of them, with the number of its latest change. */
    record Asked(String id, int sequence) {}

    static VerifyMessage of(Instant now, Instant from, Instant to, List<VisitLine> visits) {
        return new VerifyMessage(
                "visit.verify",
                Timestamp.of(now),
                new Data(
                        Timestamp.of(from),
                        Timestamp.of(to),
                        visits.stream()
                                .map(visit -> new Asked(visit.id(), visit.sequence()))
                                .toList()));
    }

    String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids in {@code {"missing": […]}}, or in that inside {@code message}; empty when the answer is anything else. */
    static Optional<Set<String>> missing(String answer) {
        JsonNode json;
        try {
            json = JsonSerialization.readValue(answer, JsonNode.class);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (json == null) {
            return Optional.empty();
        }
        JsonNode missing = json.has("missing")
                ? json.path("missing")
                : json.path("message").path("missing");
        if (!missing.isArray()) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        missing.forEach(id -> ids.add(id.asText()));
        return Optional.of(ids);
    }
}
