package org.interlieux.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FederationLoginTest {
    private Path folder;
    private FakeKeycloak keycloak;
    private DemoVenue venue;
    private Visitor visitor;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.folder = folder;
        keycloak = new FakeKeycloak();
        venue = DemoVenue.start(TestSite.library(keycloak.client()), folder.resolve("library.json"));
        visitor = new Visitor(venue);
    }

    @AfterEach
    void stop() {
        venue.close();
        keycloak.close();
    }

    @Test
    void theLoginAsksKeycloakLikeADokosSite() {
        HttpResponse<String> login = visitor.get(
                "/federation/login?prompt=none&kc_idp_hint=atelier&login_hint=ada&ui_locales=fr&acr_values=x");
        assertThat(Visitor.location(login))
                .startsWith(keycloak.client().issuer() + "/protocol/openid-connect/auth?")
                .contains("prompt=none", "kc_idp_hint=atelier", "login_hint=ada", "ui_locales=fr")
                .doesNotContain("nonce", "code_challenge", "acr_values");
        assertThat(Visitor.parameter(login, "redirect_uri")).isEqualTo(venue.url() + "/federation/callback");
        assertThat(Visitor.parameter(login, "scope")).isEqualTo("openid");
    }

    @Test
    void aLoginShowsWhatTheFederationSaid() {
        assertThat(Visitor.location(comeBack("code=good"))).isEqualTo("/");
        assertThat(keycloak.tokenRequests())
                .containsExactly(Map.of(
                        "grant_type", List.of("authorization_code"),
                        "code", List.of("good"),
                        "redirect_uri", List.of(venue.url() + "/federation/callback"),
                        "client_id", List.of("door"),
                        "client_secret", List.of("door-secret")));
        assertThat(visitor.get("/").body())
                .contains("pairwise-1", "&lt;i&gt;fabrique", "v-1")
                .doesNotContain("<i>");

        JsonNode session = Visitor.json(visitor.get("/federation/session.json"));
        assertThat(session.path("logged_in").asBoolean()).isTrue();
        assertThat(session.path("claims").path("visit_id").asText()).isEqualTo("v-1");
        assertThat(session.path("id_token_claims").path("sub").asText()).isEqualTo("pairwise-1");
        assertThat(session.path("access_token_claims").path("azp").asText()).isEqualTo("door");
    }

    @Test
    void leavingEndsTheSessionHereAndGoesToKeycloak() {
        comeBack("code=good");
        HttpResponse<String> leave = visitor.submit("/federation/logout", Map.of());
        assertThat(Visitor.location(leave)).startsWith(keycloak.client().issuer() + "/protocol/openid-connect/logout?");
        assertThat(Visitor.parameter(leave, "id_token_hint")).contains(".");
        assertThat(Visitor.parameter(leave, "client_id")).isEqualTo("door");
        assertThat(Visitor.parameter(leave, "post_logout_redirect_uri"))
                .isEqualTo(venue.url() + "/federation/logged-out");
        assertThat(visitor.get("/federation/session.json").body()).isEqualTo("{\"logged_in\":false}");
        assertThat(visitor.get("/federation/logged-out").statusCode()).isEqualTo(200);
    }

    @Test
    void anErrorIsShownWithAWayToTryAgain() {
        HttpResponse<String> refused = comeBack("error=access_denied%3Cb%3E");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("id=\"federation-error\"", "access_denied&lt;b&gt;", "/federation/login");
        assertThat(comeBack("code=bad").body()).contains("invalid_grant");
        venue.changeFederation(new Federation("http://localhost:1/realms/none", "door", "door-secret"));
        assertThat(comeBack("code=good").body()).contains("federation_does_not_answer");
        assertThat(visitor.get("/federation/session.json").body()).isEqualTo("{\"logged_in\":false}");
    }

    @Test
    void anAnswerThatThisVisitorDidNotAskForIsRefused() {
        String state = Visitor.parameter(visitor.get("/federation/login"), "state");
        assertThat(new Visitor(venue)
                        .get("/federation/callback?code=good&state=" + state)
                        .statusCode())
                .isEqualTo(400);
        assertThat(keycloak.tokenRequests()).isEmpty();
        assertThat(visitor.get("/federation/callback?code=good&state=" + state).statusCode())
                .isEqualTo(302);
        assertThat(visitor.get("/federation/callback?code=good&state=" + state).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSiteLogsInItsOwnUserByEmailAlone() {
        try (DemoVenue atelier =
                DemoVenue.start(TestSite.settings(true, "fr", keycloak.client()), folder.resolve("atelier.json"))) {
            visitor = new Visitor(atelier);
            comeBack("code=good");
            assertThat(Visitor.json(visitor.get("/federation/session.json"))
                            .path("local_account")
                            .asText())
                    .isEqualTo(TestSite.ADA.email());
        }
    }

    @Test
    void aServiceWithoutMembersIsNoProvider() {
        for (String path : List.of("authorize", "openid_profile")) {
            assertThat(visitor.get(Visitor.OAUTH + path).statusCode()).isEqualTo(404);
        }
        assertThat(visitor.submit(Visitor.OAUTH + "get_token", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/login").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/").body()).contains("federation-login").doesNotContain("member-login");
    }

    private HttpResponse<String> comeBack(String answer) {
        String state = Visitor.parameter(visitor.get("/federation/login"), "state");
        return visitor.get("/federation/callback?" + answer + "&state=" + state);
    }
}
