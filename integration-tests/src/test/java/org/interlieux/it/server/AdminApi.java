package org.interlieux.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;

/**
 * The admin API as plain JSON, for what the typed client does not know: newer fields, raw realm files, our own paths.
 *
 * <p>Paths start after {@code /admin}.
 */
public final class AdminApi implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String serverUrl;
    private final Keycloak client;
    private final HttpClient http = HttpClient.newHttpClient();

    /** As the first administrator of the master realm. */
    AdminApi(String serverUrl) {
        this.serverUrl = serverUrl;
        this.client =
                Keycloak.getInstance(serverUrl, "master", KeycloakServer.ADMIN, KeycloakServer.ADMIN, "admin-cli");
    }

    /** The typed client. */
    public Keycloak typed() {
        return client;
    }

    public JsonNode get(String path) {
        return expectSuccess("GET", path, null);
    }

    public JsonNode post(String path, @Nullable String json) {
        return expectSuccess("POST", path, json);
    }

    public JsonNode put(String path, String json) {
        return expectSuccess("PUT", path, json);
    }

    public JsonNode delete(String path) {
        return expectSuccess("DELETE", path, null);
    }

    /** The answer as it is, for tests of refusals. */
    public HttpResponse<String> send(String method, String path, @Nullable String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(serverUrl + "/admin" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + client.tokenManager().getAccessTokenString())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private JsonNode expectSuccess(String method, String path, @Nullable String json) {
        HttpResponse<String> response = send(method, path, json);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        try {
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + ": " + response.body(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
