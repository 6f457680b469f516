package org.interlieux.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.interlieux.it.Directories;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.receiver.JsonSchema;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code docs/openapi.json} says what the server does: each operation is called, and its answer held to the file. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/realms/{realm}";
    private static final String ADMIN = "/admin/realms/{realm}/interlieux";

    private final JsonNode file = read();
    private Scene scene;
    private Federation federation;
    private String admin;
    private String venue;
    private String member;
    private Map<String, String> ids;

    private record Call(String method, String path, String query, String token, int status) {}

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        federation = scene.federation();
        Service site = federation.add(ServiceSettings.badgeClient("site", "fabrique"));
        Service app = federation.add(ServiceSettings.service("app"));
        federation.add(ServiceSettings.badgeClient("badge-fabrique", "fabrique")
                .redirectUri(federation.url() + "/badge/fabrique"));
        try (Guest ada = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            ada.open(app.loginUrl(Map.of("scope", "openid my-visits")));
            member = app.tokens(ada.visitor().code()).accessToken();
            ada.at(scene.phare()).arrive();
        }
        venue = site.ownTokens().accessToken();
        admin = federation.admin().typed().tokenManager().getAccessTokenString();
        List<String> visits = idsOfVisits();
        ids = Map.of("first", visits.get(0), "last", visits.get(visits.size() - 1));
    }

    private List<String> idsOfVisits() {
        List<String> found = new ArrayList<>();
        federation
                .interlieux("visits")
                .path("visits")
                .forEach(visit -> found.add(visit.path("visit").path("id").asText()));
        return found;
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private List<Call> calls() {
        String adaId = federation.members("atelier").get(0).getId();
        return List.of(
                new Call("get", REALM + "/venues", "?q=at", "", 200),
                new Call("get", REALM + "/venues", "?max=0", "", 400),
                new Call("get", REALM + "/badge/{venue}", "", "", 303),
                new Call("post", REALM + "/badge/{venue}", "", "", 403),
                new Call("get", REALM + "/visits", "?max=1", venue, 200),
                new Call("get", REALM + "/visits", "?state=gone", venue, 400),
                new Call("get", REALM + "/visits", "", "nonsense", 401),
                new Call("get", REALM + "/visits", "", member, 403),
                new Call("get", REALM + "/visits/{id}", "first", venue, 200),
                new Call("get", REALM + "/visits/{id}", "last", venue, 404),
                new Call("get", REALM + "/my-visits", "", member, 200),
                new Call("get", REALM + "/my-visits", "", venue, 403),
                new Call("get", REALM + "/my-visits/visits.csv", "", "", 401),
                new Call("get", ADMIN + "/health", "", admin, 200),
                new Call("get", ADMIN + "/health", "?max=0", admin, 400),
                new Call("get", ADMIN + "/check-access", "?host=fabrique&member=" + adaId, admin, 200),
                new Call("get", ADMIN + "/check-access", "?host=fabrique", admin, 400),
                new Call("get", ADMIN + "/check-access", "?host=fabrique&member=nobody", admin, 404),
                new Call("get", ADMIN + "/visits", "?max=1", admin, 200),
                new Call("get", ADMIN + "/visits", "?after=here", admin, 400),
                new Call("get", ADMIN + "/venues/{alias}/deliveries", "?state=delivered", admin, 200),
                new Call("get", ADMIN + "/venues/{alias}/deliveries", "?state=lost", admin, 400),
                new Call("post", ADMIN + "/venues/{alias}/deliveries/{id}/replay", "first", admin, 404),
                new Call("post", ADMIN + "/venues/{alias}/replay", "?state=delivered", admin, 200),
                new Call("post", ADMIN + "/venues/{alias}/test", "", admin, 200),
                new Call("post", ADMIN + "/venues/{alias}/verify", "", admin, 204),
                new Call("post", ADMIN + "/venues/{alias}/webhook-key", "", admin, 200),
                new Call("post", ADMIN + "/visits/{id}/close", "last", admin, 200),
                new Call("post", ADMIN + "/visits/{id}/close", "first", admin, 409));
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheFileSays() {
        return calls().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.method() + " " + call.path() + " " + call.status(), () -> check(call)));
    }

    @Test
    void fileNamesWhatIsTestedAndNothingElse() {
        TreeSet<String> documented = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : file.path("paths").properties()) {
            path.getValue().properties().forEach(method -> documented.add(method.getKey() + " " + path.getKey()));
        }

        assertThat(calls().stream()
                        .map(call -> call.method() + " " + call.path())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    private void check(Call call) throws IOException {
        HttpResponse<String> answer = send(call);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
        JsonNode documented = file.path("paths")
                .path(call.path())
                .path(call.method())
                .path("responses")
                .path("" + call.status());
        assertThat(documented.isMissingNode()).as("status in the file").isFalse();
        JsonNode schema = documented.at("/content/application~1json/schema");
        if (documented.path("content").has("text/html")) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        } else if (schema.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(JsonSchema.of(strict(schema)).errors(JSON.readTree(answer.body())))
                    .as(answer.body())
                    .isEmpty();
        }
    }

    private JsonNode strict(JsonNode reference) {
        ObjectNode schema = reference.deepCopy();
        schema.set("components", file.path("components").deepCopy());
        JsonSchema.close(schema);
        return schema;
    }

    private HttpResponse<String> send(Call call) {
        String id = ids.getOrDefault(call.query(), "");
        String path = call.path()
                .replace("{realm}", federation.name())
                .replace("{alias}", "fabrique")
                .replace("{venue}", "fabrique")
                .replace("{id}", id);
        URI url = URI.create(federation.server().url() + path + (id.isEmpty() ? call.query() : ""));
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .method(call.method().toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
        if (file.path("paths").path(call.path()).path(call.method()).has("requestBody")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (!call.token().isEmpty()) {
            request.header("Authorization", "Bearer " + call.token());
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(Files.readString(Directories.docs().resolve("openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
