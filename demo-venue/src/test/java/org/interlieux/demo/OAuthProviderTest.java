package org.interlieux.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.interlieux.demo.site.Digests;
import org.interlieux.demo.site.Urls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OAuthProviderTest {
    private DemoVenue venue;
    private Visitor visitor;

    @BeforeEach
    void start(@TempDir Path folder) {
        venue = TestSite.start(folder);
        visitor = new Visitor(venue);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void aGuestIsSentToTheLoginPageAndBackToTheClientWithTheSameState() {
        String authorize = Visitor.OAUTH + "authorize?" + Urls.encode(Visitor.authorization("openid"));
        HttpResponse<String> login = visitor.get(authorize);
        assertThat(Visitor.location(login)).contains("/login?redirect-to=");

        String next = Visitor.parameter(login, "redirect-to");
        HttpResponse<String> loggedIn = visitor.logIn(TestSite.ADA, next);
        assertThat(loggedIn.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("sid-atelier=")
                .contains("HttpOnly", "SameSite=Lax");
        HttpResponse<String> back = visitor.get(Visitor.location(loggedIn));
        assertThat(Visitor.location(back)).startsWith(TestSite.REDIRECT_URI + "?code=");
        assertThat(Visitor.parameter(back, "state")).isEqualTo("a state/with+signs=");
    }

    @Test
    void aWrongPasswordIsRefused() {
        Member wrong = new Member(TestSite.ADA.email(), "Ada", "Lovelace", "guess", true);
        assertThat(visitor.logIn(wrong, "/").statusCode()).isEqualTo(401);
    }

    @Test
    void theLoginPageSendsNobodyToAnotherSite() {
        for (String evil : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil"}) {
            assertThat(Visitor.location(visitor.logIn(TestSite.ADA, evil))).isEqualTo("/");
        }
    }

    @Test
    void theTokenAnswerLooksLikeFrappe() throws Exception {
        JsonNode token = visitor.token(TestSite.ADA);
        assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("scope").asText()).isEqualTo("openid");
        assertThat(token.path("refresh_token").asText()).isNotEmpty();

        JWSObject idToken = JWSObject.parse(token.path("id_token").asText());
        byte[] key = Arrays.copyOf(TestSite.KEYCLOAK.clientSecret().getBytes(UTF_8), 32);
        assertThat(idToken.verify(new MACVerifier(key))).isTrue();
        assertThat(idToken.getHeader().toJSONObject()).containsOnlyKeys("alg", "typ");
        Map<String, Object> claims = idToken.getPayload().toJSONObject();
        assertThat(claims)
                .containsOnlyKeys(
                        "aud",
                        "iat",
                        "exp",
                        "at_hash",
                        "nonce",
                        "iss",
                        "sub",
                        "name",
                        "given_name",
                        "family_name",
                        "email",
                        "picture",
                        "roles")
                .containsEntry("aud", "keycloak")
                .containsEntry("nonce", "a-nonce")
                .containsEntry("iss", venue.url().toString())
                .containsEntry("name", "Ada Lovelace");
        assertThat((String) claims.get("sub")).matches("[0-9a-f]{39}");
    }

    @Test
    void userInfoTakesTheAccessTokenAndNothingElse() {
        String accessToken = visitor.token(TestSite.ADA).path("access_token").asText();
        JsonNode userInfo =
                Visitor.json(visitor.get(Visitor.OAUTH + "openid_profile", "Authorization", "Bearer " + accessToken));
        assertThat(userInfo.path("email").asText()).isEqualTo(TestSite.ADA.email());
        assertThat(userInfo.path("sub").asText()).hasSize(39);

        assertThat(visitor.get(Visitor.OAUTH + "openid_profile", "Authorization", "Bearer guess")
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor.get(Visitor.OAUTH + "openid_profile").statusCode()).isEqualTo(403);
    }

    @Test
    void onlyTheRegisteredRedirectUriIsAccepted() {
        Map<String, String> parameters = new HashMap<>(Visitor.authorization("openid"));
        parameters.put("redirect_uri", TestSite.REDIRECT_URI + "/");
        HttpResponse<String> answer = visitor.get(Visitor.OAUTH + "authorize?" + Urls.encode(parameters));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void aScopeThatTheClientDoesNotHaveIsSentBackAsAnError() {
        HttpResponse<String> answer =
                visitor.get(Visitor.OAUTH + "authorize?" + Urls.encode(Visitor.authorization("openid profile email")));
        assertThat(Visitor.parameter(answer, "error")).isEqualTo("invalid_scope");
        assertThat(Visitor.parameter(answer, "state")).isEqualTo("a state/with+signs=");
    }

    @Test
    void theTokenEndpointRefusesBasicAuthentication() {
        HttpResponse<String> answer = visitor.submit(
                Visitor.OAUTH + "get_token", redemption(code(Map.of())), "Authorization", "Basic a2V5Og==");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Visitor.json(answer).path("exc_type").asText()).isEqualTo("AuthenticationError");
    }

    @Test
    void aWrongClientSecretIsRefused() {
        Map<String, String> wrong = redemption(code(Map.of()));
        wrong.put("client_secret", "guess");
        HttpResponse<String> answer = visitor.submit(Visitor.OAUTH + "get_token", wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(answer).path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    void aCodeWorksOnce() {
        Map<String, String> redemption = redemption(code(Map.of()));
        assertThat(visitor.submit(Visitor.OAUTH + "get_token", redemption).statusCode())
                .isEqualTo(200);
        HttpResponse<String> again = visitor.submit(Visitor.OAUTH + "get_token", redemption);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(again).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeWithAChallengeNeedsItsVerifier() {
        String verifier = "a-verifier-that-is-long-enough-for-everybody-here";
        Map<String, String> challenge = Map.of(
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(verifier.getBytes(UTF_8))),
                "code_challenge_method",
                "S256");
        Map<String, String> without = redemption(code(challenge));
        assertThat(visitor.submit(Visitor.OAUTH + "get_token", without).statusCode())
                .isEqualTo(400);
        Map<String, String> wrong = redemption(code(challenge));
        wrong.put("code_verifier", verifier + "x");
        assertThat(visitor.submit(Visitor.OAUTH + "get_token", wrong).statusCode())
                .isEqualTo(400);
        Map<String, String> right = redemption(code(challenge));
        right.put("code_verifier", verifier);
        assertThat(visitor.submit(Visitor.OAUTH + "get_token", right).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefreshTokenGivesNewTokensOnce() {
        JsonNode first = visitor.token(TestSite.ADA);
        Map<String, String> refresh = Map.of(
                "grant_type", "refresh_token",
                "refresh_token", first.path("refresh_token").asText(),
                "client_id", TestSite.KEYCLOAK.clientId(),
                "client_secret", TestSite.KEYCLOAK.clientSecret());
        JsonNode second = Visitor.json(visitor.submit(Visitor.OAUTH + "get_token", refresh));
        assertThat(second.path("access_token").asText())
                .isNotEmpty()
                .isNotEqualTo(first.path("access_token").asText());
        assertThat(visitor.submit(Visitor.OAUTH + "get_token", refresh).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRevokedTokenIsInactive() {
        Map<String, String> token =
                Map.of("token", visitor.token(TestSite.ADA).path("access_token").asText());
        assertThat(introspect(token).path("active").asBoolean()).isTrue();
        visitor.submit(Visitor.OAUTH + "revoke_token", token);
        assertThat(introspect(token).path("active").asBoolean()).isFalse();
    }

    @Test
    void theLogoutMethodEndsTheCookieSession() {
        visitor.logIn(TestSite.ADA, "/");
        assertThat(visitor.get("/").body()).contains("Ada Lovelace");
        visitor.get("/api/method/logout");
        assertThat(visitor.get("/").body()).doesNotContain("Ada Lovelace");
    }

    @Test
    void aTestCanForgeTheIdToken() throws Exception {
        venue.misbehaviour().forgeIdToken(claims -> "forged " + claims);

        assertThat(visitor.token(TestSite.ADA).path("id_token").asText()).startsWith("forged {\"sub\"");
    }

    @Test
    void aTestCanAlterWhatTheSiteSays() throws Exception {
        venue.misbehaviour().signIdTokenWith("another secret");
        venue.misbehaviour().alterIdToken(claims -> {
            claims.put("sub", "somebody else");
            return claims;
        });
        venue.misbehaviour().alterUserInfo(claims -> {
            claims.put("sub", null);
            return claims;
        });
        JsonNode token = visitor.token(TestSite.ADA);
        JWSObject idToken = JWSObject.parse(token.path("id_token").asText());
        assertThat(idToken.verify(new MACVerifier(Arrays.copyOf("another secret".getBytes(UTF_8), 32))))
                .isTrue();
        assertThat(idToken.getPayload().toJSONObject()).containsEntry("sub", "somebody else");
        assertThat(visitor.get(
                                Visitor.OAUTH + "openid_profile",
                                "Authorization",
                                "Bearer " + token.path("access_token").asText())
                        .body())
                .contains("\"sub\":null");
    }

    private JsonNode introspect(Map<String, String> token) {
        return Visitor.json(visitor.submit(Visitor.OAUTH + "introspect_token", token));
    }

    private String code(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Visitor.authorization("openid"));
        parameters.putAll(more);
        return visitor.code(TestSite.ADA, parameters);
    }

    private static Map<String, String> redemption(String code) {
        return new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                TestSite.REDIRECT_URI,
                "client_id",
                TestSite.KEYCLOAK.clientId(),
                "client_secret",
                TestSite.KEYCLOAK.clientSecret()));
    }
}
