package org.interlieux.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interlieux.demo.site.Urls;
import org.interlieux.demo.store.Json;

/** Someone with a browser, or a program: speaks HTTP with one site, keeps its cookies, follows no redirect by itself. */
final class Visitor {
    static final String OAUTH = "/api/method/frappe.integrations.oauth2.";

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final URI site;

    Visitor(DemoVenue venue) {
        this.site = venue.url();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    HttpResponse<String> submit(String path, Map<String, String> form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Urls.encode(form))));
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> logIn(Member member, String next) {
        return submit(
                Urls.with("/login", Map.of("redirect-to", next)),
                Map.of("email", member.email(), "password", member.password()));
    }

    /** From the authorize request to the code. */
    String code(Member member, Map<String, String> parameters) {
        String path = OAUTH + "authorize?" + Urls.encode(parameters);
        logIn(member, "/");
        return parameter(get(path), "code");
    }

    JsonNode token(Member member) {
        return json(submit(
                OAUTH + "get_token",
                Map.of(
                        "grant_type", "authorization_code",
                        "code", code(member, authorization("openid")),
                        "redirect_uri", TestSite.REDIRECT_URI,
                        "client_id", TestSite.KEYCLOAK.clientId(),
                        "client_secret", TestSite.KEYCLOAK.clientSecret())));
    }

    static Map<String, String> authorization(String scope) {
        return Map.of(
                "response_type",
                "code",
                "client_id",
                TestSite.KEYCLOAK.clientId(),
                "redirect_uri",
                TestSite.REDIRECT_URI,
                "scope",
                scope,
                "state",
                "a state/with+signs=",
                "nonce",
                "a-nonce");
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("no redirect: " + answer);
    }

    static String parameter(HttpResponse<?> answer, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(location(answer));
        if (!matcher.find()) {
            throw new AssertionError("no " + name + " in " + location(answer));
        }
        return URLDecoder.decode(Objects.requireNonNull(matcher.group(1)), UTF_8);
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return Json.LENIENT.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer.body(), e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : site + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
