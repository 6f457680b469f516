package org.interlieux.demo.federation;

import com.fasterxml.jackson.databind.JsonNode;

/** A login through the federation, as this site got it. */
public record FederationSession(JsonNode userInfo, String idToken, String accessToken) {
    public static final String KEY = "federation";

    @Override
    public String toString() {
        return "FederationSession";
    }
}
