package org.interlieux.it.endurance;

import com.fasterxml.jackson.databind.JsonNode;
import org.interlieux.it.delivery.Receiver.Received;

/** What a venue was told once. */
record Message(String webhookId, String visit, int sequence, String state, String reason) {
    static Message of(Received received) {
        JsonNode visit = received.json().path("data").path("visit");
        return new Message(
                received.webhookId(),
                visit.path("id").asText(),
                visit.path("sequence").asInt(),
                visit.path("state").asText(),
                visit.path("exit_reason").asText("-"));
    }
}
