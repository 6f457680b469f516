package org.interlieux.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** A token answer. Claims are read without checking signatures: that is the services' duty, not the tests'. */
public record Tokens(JsonNode answer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** From the text of a token answer. */
    public static Tokens of(String answer) {
        try {
            return new Tokens(JSON.readTree(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String accessToken() {
        return answer.path("access_token").asText();
    }

    public String refreshToken() {
        return answer.path("refresh_token").asText();
    }

    public String idToken() {
        return answer.path("id_token").asText();
    }

    public JsonNode accessClaims() {
        return claims(accessToken());
    }

    public JsonNode idClaims() {
        return claims(idToken());
    }

    /** Of a token that came another way than in a token answer. */
    public static JsonNode claims(String token) {
        int from = token.indexOf('.') + 1;
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.substring(from, token.indexOf('.', from))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
