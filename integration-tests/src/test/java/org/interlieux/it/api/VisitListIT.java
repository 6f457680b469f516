package org.interlieux.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** {@code GET /realms/{realm}/visits}: a venue reads its own visits, as home or host, and nobody else's. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitListIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Scene scene;
    private Federation federation;
    private Service atelier;
    private Service fabrique;
    private Service phare;

    /** Ada goes to La Fabrique and on to Le Phare, Dan of Le Phare to La Fabrique. */
    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        federation = scene.federation();
        atelier = federation.add(ServiceSettings.badgeClient("atelier-site", "atelier"));
        fabrique = federation.add(ServiceSettings.badgeClient("fabrique-site", "fabrique"));
        phare = federation.add(ServiceSettings.badgeClient("phare-site", "phare"));
        try (Guest ada = new Guest();
                Guest dan = new Guest()) {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            ada.at(scene.phare()).arrive();
            dan.at(scene.fabrique()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            dan.arrive();
        }
        assertThat(scene.visits()).isEqualTo(3);
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void homeReadsWhereItsMembersAre() {
        JsonNode visits = visits(atelier, "").path("visits");

        assertThat(visits.findValuesAsText("state")).containsExactly("closed", "open");
        JsonNode first = visits.path(0);
        assertThat(first.path("visit").path("exit_reason").asText()).isEqualTo("moved");
        assertThat(first.path("member").path("email").asText()).isEqualTo(Scene.ADA);
        assertThat(first.path("home_venue").path("id").asText()).isEqualTo("atelier");
        assertThat(first.path("host_venue").path("id").asText()).isEqualTo("fabrique");
        JsonNode told = scene.told(scene.atelier()).stream()
                .filter(message ->
                        message.visitId().equals(first.path("visit").path("id").asText()))
                .filter(message -> message.type().equals("visit.exit"))
                .findFirst()
                .orElseThrow()
                .body()
                .path("data");
        assertThat(first).as("as the webhook says it").isEqualTo(told);
    }

    @Test
    void hostReadsWhoIsThereAndNoMoreOfThemThanItWasTold() {
        JsonNode visits = visits(fabrique, "").path("visits");

        assertThat(visits).hasSize(2);
        assertThat(visits.toString()).doesNotContain(Scene.ADA, Scene.DAN, "Lemaire");
        assertThat(visits.findValuesAsText("name")).contains("Ada", "Dan");
        for (Map.Entry<String, Integer> state : Map.of("open", 1, "closed", 1).entrySet()) {
            JsonNode some = visits(fabrique, "?state=" + state.getKey()).path("visits");
            assertThat(some).hasSize(state.getValue());
            assertThat(some.findValuesAsText("state")).containsOnly(state.getKey());
        }
    }

    @Test
    void pagesHoldEachVisitOnceWhateverTheirSize() {
        List<String> all = visits(phare, "").path("visits").findValuesAsText("entered_at");
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = visits(phare, "?max=1" + after);
            assertThat(page.path("visits")).hasSize(1);
            paged.addAll(page.path("visits").findValuesAsText("entered_at"));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());

        assertThat(paged).isEqualTo(all).isSorted().hasSize(2);
        assertThat(visits(phare, "?from=" + all.get(1)).path("visits").findValuesAsText("entered_at"))
                .containsExactly(all.get(1));
        assertThat(visits(phare, "?to=" + all.get(1)).path("visits").findValuesAsText("entered_at"))
                .containsExactly(all.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max=0",
                "max=101",
                "max=all",
                "state=gone",
                "from=yesterday",
                "to=2026-13-01T00:00:00Z",
                "after=here",
                "from=-999999999-01-01T00:00:00Z"
            })
    void whatCannotBeReadIsRefusedWithAWordOnWhatToSend(String parameter) {
        HttpResponse<String> answer = get("/visits?" + parameter, fabrique.ownTokens());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"error\":\"invalid_request\"", parameter.substring(0, parameter.indexOf('=')) + " must be");
    }

    @Test
    void oneVisitIsReadByItsIdByItsVenuesOnly() {
        String adaAtPhare = visits(phare, "").path("visits").findValuesAsText("id").stream()
                .filter(id -> get("/visits/" + id, atelier.ownTokens()).statusCode() == 200)
                .findFirst()
                .orElseThrow();

        assertThat(get("/visits/" + adaAtPhare, phare.ownTokens()).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = get("/visits/" + adaAtPhare, fabrique.ownTokens());
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("not_found");
        assertThat(get("/visits/nothing", phare.ownTokens()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "venue=atelier",
                "home_venue=atelier&host_venue=phare",
                "home=atelier",
                "host=phare",
                "client_id=phare-site",
                "realm=master",
                "user=%25",
                "from=1970-01-01T00:00:00Z&to=2999-01-01T00:00:00Z&max=100"
            })
    void venueReadsItsOwnWhateverItAsksFor(String parameters) {
        assertThat(ids(visits(fabrique, "?" + parameters))).isEqualTo(ids(visits(fabrique, "")));
    }

    @Test
    void venueReadsItsOwnWithTheCursorOfAnother() {
        List<String> own = ids(visits(fabrique, ""));
        assertThat(own).hasSize(2);
        for (Service other : List.of(atelier, phare)) {
            String cursor = visits(other, "?max=1").path("next").asText();
            assertThat(cursor).isNotEmpty();

            assertThat(own).containsAll(ids(visits(fabrique, "?after=" + cursor)));
        }
    }

    @Test
    void tokenThatWasNotMeantForThisOpensNothing() {
        Service site = federation.add(ServiceSettings.service("site-to-be"));
        Tokens before = site.ownTokens();
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("venue-visit");
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("venue-visit");
        mapper.setConfig(Map.of("venue", "phare"));
        var clients = federation.realm().clients();
        String id = clients.findByClientId("site-to-be").get(0).getId();
        clients.get(id).getProtocolMappers().createMapper(mapper).close();

        HttpResponse<String> refused = get("/visits", before);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("audience");
        assertThat(get("/visits", site.ownTokens()).statusCode())
                .as("one with the client in its audience")
                .isEqualTo(200);
    }

    @Test
    void nobodyElseReadsThem() {
        Service plain = federation.add(ServiceSettings.service("plain"));
        assertThat(get("/visits", plain.ownTokens()).statusCode()).isEqualTo(403);
        try (Guest ada = new Guest()) {
            ada.open(phare.loginUrl()).comeFromAtelier(Scene.ADA);
            Tokens member = phare.tokens(ada.visitor().code());
            assertThat(get("/visits", member).statusCode())
                    .as("a member's token")
                    .isEqualTo(403);
        }
        assertThat(status("Bearer nonsense")).isEqualTo(401);
        assertThat(status("Basic YTpi")).isEqualTo(401);
        assertThat(status("Bearer " + federation.admin().typed().tokenManager().getAccessTokenString()))
                .as("an admin's token, of another realm")
                .isEqualTo(401);
        assertThat(get("/visits", null).headers().firstValue("WWW-Authenticate"))
                .isPresent();
        federation.enable("phare", false);
        assertThat(get("/visits", phare.ownTokens()).statusCode())
                .as("switched off")
                .isEqualTo(403);
        federation.enable("phare", true);
    }

    @Test
    void memberReadsTheirOwnWithATokenForThat() {
        Service app = federation.add(ServiceSettings.service("app"));
        try (Guest ada = new Guest()) {
            ada.open(app.loginUrl(Map.of("scope", "openid my-visits"))).comeFromAtelier(Scene.ADA);
            Tokens tokens = app.tokens(ada.visitor().code());
            HttpResponse<String> answer = get("/my-visits", tokens);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode visits = read(answer).path("visits");
            assertThat(visits).hasSize(2);
            assertThat(visits.path(0).path("host_venue").path("id").asText()).isEqualTo("fabrique");
            assertThat(visits.path(0).has("member")).isFalse();

            ada.open(app.loginUrl());
            assertThat(get("/my-visits", app.tokens(ada.visitor().code())).statusCode())
                    .as("a token without the scope")
                    .isEqualTo(403);
        }
    }

    @Test
    void adminWithTheRoleReadsAll() {
        JsonNode all = federation.interlieux("visits?max=100");

        assertThat(all.path("visits")).hasSize(3);
        assertThat(all.path("visits").path(0).path("user").asText())
                .isEqualTo(federation.members("atelier").get(0).getId());
    }

    private JsonNode visits(Service client, String query) {
        HttpResponse<String> answer = get("/visits" + query, client.ownTokens());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return read(answer);
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("visits")
                .forEach(visit -> ids.add(visit.path("visit").path("id").asText()));
        return ids;
    }

    private int status(String authorization) {
        return send(request("/visits").header("Authorization", authorization)).statusCode();
    }

    private HttpResponse<String> get(String path, @Nullable Tokens tokens) {
        HttpRequest.Builder request = request(path);
        return send(tokens == null ? request : request.header("Authorization", "Bearer " + tokens.accessToken()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(federation.url() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
