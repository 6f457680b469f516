package org.interlieux.demo.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the site keeps of one webhook message: "Enregistrement dans le lieu".
 *
 * @param receivedAt ISO 8601
 * @param deliveries how often this webhook-id came
 * @param frappeSignature whether Frappe's own signature header was there too, and right
 */
public record VisitRecord(
        @JsonProperty("webhook_id") String webhookId,
        @JsonProperty("received_at") String receivedAt,
        @JsonProperty("deliveries") int deliveries,
        @JsonProperty("frappe_signature") boolean frappeSignature,
        @JsonProperty("body") JsonNode body) {

    VisitRecord deliveredAgain() {
        return new VisitRecord(webhookId, receivedAt, deliveries + 1, frappeSignature, body);
    }

    public String type() {
        return body.path("type").asText();
    }

    public JsonNode visit() {
        return body.path("data").path("visit");
    }
}
