package org.interlieux.visit.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.visit.ledger.Visit;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/** What must not stay in the outbox: who a member was that is gone. */
public final class MessageErasure {
    private static final int VISITS_PER_QUERY = 100;

    private final EntityManager entities;

    public MessageErasure(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * Takes the member out of all messages about these visits, sent or not. What waits is still sent: the venues learn of
     * it by the visit's id.
     */
    public void forgetMember(Collection<Visit> visits) {
        Map<String, List<String>> byVenue = new LinkedHashMap<>();
        for (Visit visit : visits) {
            byVenue.computeIfAbsent(visit.homeVenueId(), venue -> new ArrayList<>())
                    .add(visit.id());
            if (!visit.hostVenueId().equals(visit.homeVenueId())) {
                byVenue.computeIfAbsent(visit.hostVenueId(), venue -> new ArrayList<>())
                        .add(visit.id());
            }
        }
        byVenue.forEach((venue, ids) -> {
            for (int from = 0; from < ids.size(); from += VISITS_PER_QUERY) {
                forgetMember(venue, ids.subList(from, Math.min(from + VISITS_PER_QUERY, ids.size())));
            }
        });
    }

    private void forgetMember(String venueId, List<String> visitIds) {
        List<Tuple> messages = entities.createQuery(
                        "SELECT e.id AS id, e.payload AS body FROM OutboxEntryEntity e WHERE e.entryKind = :kind"
                                + " AND e.ownerId = :owner AND e.containerId IN (:visits)",
                        Tuple.class)
                .setParameter("kind", DeliveryOutbox.kind(venueId))
                .setParameter("owner", venueId)
                .setParameter("visits", visitIds)
                .getResultList();
        // Only the body is written: whoever sends the message at this moment keeps its state in the same row.
        messages.forEach(
                message -> entities.createQuery("UPDATE OutboxEntryEntity e SET e.payload = :body WHERE e.id = :id")
                        .setParameter("body", withoutMember(message.get("body", String.class)))
                        .setParameter("id", message.get("id", String.class))
                        .executeUpdate());
    }

    static String withoutMember(String body) {
        try {
            JsonNode message = JsonSerialization.readValue(body, JsonNode.class);
            if (message.path("data") instanceof ObjectNode data && data.has("member")) {
                data.putObject("member");
                return JsonSerialization.writeValueAsString(message);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("A message in the outbox is no JSON", e);
        }
    }
}
