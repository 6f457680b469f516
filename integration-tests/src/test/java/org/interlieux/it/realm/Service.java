package org.interlieux.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An OpenID client of a test realm, seen from its own side.
 *
 * @param realmUrl {@code http://localhost:<port>/realms/<realm>}
 */
public record Service(String realmUrl, String clientId, String clientSecret, String redirectUri) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Where a login starts. */
    public String loginUrl() {
        return loginUrl(Map.of());
    }

    /** With more, or other, parameters of the authorization request: {@code prompt}, {@code kc_idp_hint}, {@code ui_locales}. */
    public String loginUrl(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("response_type", "code");
        all.put("client_id", clientId);
        all.put("redirect_uri", redirectUri);
        all.put("scope", "openid");
        all.put("state", UUID.randomUUID().toString());
        all.putAll(parameters);
        return realmUrl + "/protocol/openid-connect/auth?" + encode(all);
    }

    /** A log-out that this service starts. */
    public String logoutUrl(String idToken) {
        return realmUrl + "/protocol/openid-connect/logout?"
                + encode(Map.of("id_token_hint", idToken, "post_logout_redirect_uri", redirectUri));
    }

    /** Tokens for the code of a login. */
    public Tokens tokens(String code) {
        return new Tokens(expectSuccess(
                tokenRequest(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirectUri))));
    }

    public Tokens refresh(Tokens tokens) {
        return new Tokens(expectSuccess(
                tokenRequest(Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()))));
    }

    /** An access token of the client's own service account. */
    public Tokens ownTokens() {
        return new Tokens(expectSuccess(tokenRequest(Map.of("grant_type", "client_credentials"))));
    }

    /** Tokens by any other grant. */
    public Tokens tokens(Map<String, String> parameters) {
        return new Tokens(expectSuccess(tokenRequest(parameters)));
    }

    /** The answer as it is, for tests of refusals. The client authenticates by itself. */
    public HttpResponse<String> tokenRequest(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", clientId);
        all.put("client_secret", clientSecret);
        return send(HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(all))));
    }

    public JsonNode userInfo(Tokens tokens) {
        return expectSuccess(send(HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + tokens.accessToken())));
    }

    /** A log-out that the service does by itself, without the browser; gives the HTTP status. */
    public int logOut(Tokens tokens) {
        return send(HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(Map.of(
                                "refresh_token", tokens.refreshToken(),
                                "client_id", clientId,
                                "client_secret", clientSecret)))))
                .statusCode();
    }

    /** Begins a login that the person confirms elsewhere (CIBA). */
    public JsonNode askByAnotherDevice(String username) {
        return expectSuccess(
                send(HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/ext/ciba/auth"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(Map.of(
                                "scope", "openid",
                                "login_hint", username,
                                "client_id", clientId,
                                "client_secret", clientSecret))))));
    }

    /** Begins a login of a device that has no browser (RFC 8628). */
    public JsonNode askByDevice() {
        return expectSuccess(send(HttpRequest.newBuilder(URI.create(realmUrl + "/protocol/openid-connect/auth/device"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        encode(Map.of("scope", "openid", "client_id", clientId, "client_secret", clientSecret))))));
    }

    /** What the realm says of an access token (RFC 7662). */
    public JsonNode introspect(Tokens tokens) {
        return expectSuccess(send(HttpRequest.newBuilder(
                        URI.create(realmUrl + "/protocol/openid-connect/token/introspect"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(Map.of(
                        "token", tokens.accessToken(), "client_id", clientId, "client_secret", clientSecret))))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode expectSuccess(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
