package org.interlieux.venue.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.util.JsonSerialization;

/** Reads what a venue's userinfo says (OpenID Connect Core, section 5.3), plain or signed. */
final class UserInfo {
    private final LoginRefusals refusals;

    UserInfo(LoginRefusals refusals) {
        this.refusals = refusals;
    }

    /**
     * The claims of an answer; one that is no JSON object says nothing about anybody.
     *
     * @param verify gives the content of a signed answer, and throws when its signature is wrong
     */
    JsonNode claims(String answer, UnaryOperator<String> verify) {
        // A JSON object begins with a brace; a signed answer never does.
        return object(answer.startsWith("{") ? answer : verified(answer, verify));
    }

    private String verified(String answer, UnaryOperator<String> verify) {
        try {
            return verify.apply(answer);
        } catch (IdentityBrokerException e) {
            throw refuse("Its userinfo is neither a JSON object nor signed with its keys");
        }
    }

    private JsonNode object(String claims) {
        try {
            if (JsonSerialization.readValue(claims, JsonNode.class) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw refuse("Its userinfo cannot be parsed"); // the parser's own text would quote it
        }
        throw refuse("Its userinfo is no JSON object");
    }

    private RuntimeException refuse(String whatToDo) {
        return refusals.of(VenueMessages.ID_TOKEN, whatToDo);
    }
}
