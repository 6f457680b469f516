package org.interlieux.access.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;

/** Reads what a venue answered to the access question. Only a JSON {@code true} or {@code false} is an answer. */
final class VenueAnswer {
    /** An answer that says both, or says more after it, is none. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private VenueAnswer() {}

    /** @param wrapped whether the answer must stand in {@code message}, as Frappe does it */
    static AccessOutcome read(String body, boolean wrapped) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return new Unknown("unreadable-answer");
        }
        JsonNode message = answer.path("message");
        JsonNode said = message.isMissingNode() && !wrapped ? answer : message;
        JsonNode allowed = said.isObject() ? said.path("allowed") : said;
        if (!allowed.isBoolean()) {
            return new Unknown("unclear-answer");
        }
        return allowed.booleanValue()
                ? new Granted("venue-said-yes")
                : new Denied("venue-said-no", said.path("reason").textValue());
    }
}
