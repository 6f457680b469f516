package org.interlieux.demo.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.interlieux.demo.Federation;
import org.interlieux.demo.site.Urls;
import org.interlieux.demo.store.Json;

/** The two calls that this site makes to Keycloak itself. */
final class KeycloakClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /** Redeems the code. The secret goes in the body, nothing proves that the code was meant for us: as Dokos does it. */
    FederationSession logIn(Federation federation, String code, String redirectUri) throws FederationException {
        KeycloakEndpoints keycloak = new KeycloakEndpoints(federation.issuer());
        JsonNode tokens = json(HttpRequest.newBuilder(URI.create(keycloak.token()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Urls.encode(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        redirectUri,
                        "client_id",
                        federation.clientId(),
                        "client_secret",
                        federation.clientSecret())))));
        String accessToken = tokens.path("access_token").asText();
        JsonNode userInfo = json(HttpRequest.newBuilder(URI.create(keycloak.userInfo()))
                .header("Authorization", "Bearer " + accessToken));
        return new FederationSession(userInfo, tokens.path("id_token").asText(), accessToken);
    }

    private JsonNode json(HttpRequest.Builder request) throws FederationException {
        try {
            HttpResponse<String> answer = http.send(
                    request.header("Accept", "application/json")
                            .timeout(TIMEOUT)
                            .build(),
                    BodyHandlers.ofString());
            JsonNode json = parse(answer.body());
            if (answer.statusCode() != 200 || !json.isObject()) {
                throw new FederationException(json.path("error").asText("http_" + answer.statusCode()));
            }
            return json;
        } catch (IOException e) {
            throw new FederationException("federation_does_not_answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FederationException("interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return Json.LENIENT.readTree(body);
        } catch (JsonProcessingException e) {
            return Json.LENIENT.missingNode();
        }
    }
}
