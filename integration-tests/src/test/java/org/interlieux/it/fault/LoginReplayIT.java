package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interlieux.it.openid.Answer;
import org.interlieux.it.openid.Endpoint;
import org.interlieux.it.openid.Form;
import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one login made of state, code and nonce is worth nothing to another. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginReplayIT {
    private static final String VENUE = "openid";

    private Scene scene;
    private Guest eve = new Guest();
    private final OpenIdProvider provider = OpenIdProvider.start();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().add(provider.venue(VENUE));
    }

    @BeforeEach
    void newBrowser() {
        eve = new Guest();
    }

    @AfterEach
    void reset() {
        eve.close();
        provider.reset();
        scene.federation().realm().clearEvents();
        scene.federation()
                .users()
                .forEach(user ->
                        scene.federation().realm().users().get(user.getId()).remove());
    }

    @AfterAll
    void close() {
        scene.close();
        provider.close();
    }

    @Test
    void stateThatWasUsedIsNotUsedAgain() {
        eve.at(scene.library()).choose(VENUE);
        assertThat(eve.isInside(scene.library())).isTrue();
        Map<String, String> asked = provider.requests(Endpoint.AUTHORIZE).get(0);

        eve.open(callback(asked, provider.newCode(asked)));

        assertThat(provider.requests(Endpoint.TOKEN)).hasSize(1);
        assertThat(scene.federation().sessions()).hasSize(1);
        assertThat(scene.federation().events("LOGIN")).hasSize(1);
    }

    @Test
    void stateOfAnotherBrowserIsRefused() {
        Map<String, String> asked = stopAtProvider(eve);
        String mallorysCode = provider.newCode(asked);

        try (Guest victim = new Guest()) {
            victim.at(scene.library()).choose(VENUE);
            victim.open(callback(asked, mallorysCode));

            assertNobodyIsInside(victim);
        }
        assertThat(provider.requests(Endpoint.TOKEN)).isEmpty();
    }

    @Test
    void stateOfAnotherBrowserIsRefusedAlsoInAFreshOne() {
        Map<String, String> asked = stopAtProvider(eve);

        try (Guest victim = new Guest()) {
            victim.open(callback(asked, provider.newCode(asked)));

            assertNobodyIsInside(victim);
        }
        assertThat(provider.requests(Endpoint.TOKEN)).isEmpty();
    }

    @Test
    void stateOfAnotherVenueIsRefused() {
        scene.federation().add(provider.venue("twin"));
        Map<String, String> asked = stopAtProvider(eve);
        ServerLog log = ServerLog.from(scene.server());
        String atTwin = parameter(asked, "redirect_uri").replace("/broker/" + VENUE + "/", "/broker/twin/");

        eve.open(atTwin + "?"
                + Form.encode(Map.of("state", parameter(asked, "state"), "code", provider.newCode(asked))));

        assertThat(log.text()).contains("is for a login that was sent to another venue");
        assertThat(provider.requests(Endpoint.TOKEN)).isEmpty();
        assertNobodyIsInside(eve);
    }

    @Test
    void codeOfAnotherLoginIsRefusedByTheProviderBecauseNobodyCanProveIt() {
        try (Guest victim = new Guest()) {
            String stolen = provider.newCode(stopAtProvider(victim));
            Map<String, String> asked = stopAtProvider(eve);
            ServerLog log = ServerLog.from(scene.server());

            eve.open(callback(asked, stolen));

            assertThat(eve.visitor().text()).contains("could not be reached");
            assertThat(log.text()).contains("token endpoint answered 400");
            assertNobodyIsInside(eve);
        }
    }

    @Test
    void codeOfAnotherLoginIsRefusedAlsoWhereTheProviderAsksForNoProof() {
        provider.ignoreProofs();
        try (Guest victim = new Guest()) {
            String stolen = provider.newCode(stopAtProvider(victim));
            Map<String, String> asked = stopAtProvider(eve);
            ServerLog log = ServerLog.from(scene.server());

            eve.open(callback(asked, stolen));

            assertThat(log.text()).contains("does not carry the nonce of this login");
            assertNobodyIsInside(eve);
        }
    }

    @Test
    void codeThatWasUsedIsRefused() {
        Map<String, String> first = stopAtProvider(eve);
        String code = provider.newCode(first);
        eve.open(callback(first, code));
        assertThat(eve.isInside(scene.library())).isTrue();

        try (Guest other = new Guest()) {
            other.open(callback(stopAtProvider(other), code));

            assertThat(other.visitor().text()).contains("could not be reached");
            assertThat(other.isInside(scene.library())).isFalse();
        }
        assertThat(scene.federation().sessions()).hasSize(1);
    }

    @Test
    void tokenWithTheNonceOfAnEarlierLoginIsRefused() {
        List<String> nonces = new ArrayList<>();
        provider.changeIdToken(claims -> nonces.add(claims.path("nonce").asText()));
        eve.at(scene.library()).choose(VENUE);
        provider.changeIdToken(claims -> claims.put("nonce", nonces.get(0)));
        ServerLog log = ServerLog.from(scene.server());

        try (Guest other = new Guest()) {
            other.at(scene.library()).choose(VENUE);

            assertThat(other.visitor().text()).contains("could not be verified");
            assertThat(other.isInside(scene.library())).isFalse();
        }
        assertThat(log.text()).contains("does not carry the nonce of this login");
        assertThat(scene.federation().sessions()).hasSize(1);
    }

    @Test
    void answerWithoutStateIsRefused() {
        Map<String, String> asked = stopAtProvider(eve);

        eve.open(parameter(asked, "redirect_uri") + "?" + Form.encode(Map.of("code", provider.newCode(asked))));

        assertNobodyIsInside(eve);
        assertThat(provider.requests(Endpoint.TOKEN)).isEmpty();
    }

    /** Goes to the provider and no further; gives what the provider was asked for. */
    private Map<String, String> stopAtProvider(Guest guest) {
        provider.change(Endpoint.AUTHORIZE, answer -> Answer.of(200, "text/html", "<p>Log in, please</p>"));
        guest.at(scene.library()).choose(VENUE);
        List<Map<String, String>> asked = provider.requests(Endpoint.AUTHORIZE);
        return asked.get(asked.size() - 1);
    }

    private static String parameter(Map<String, String> asked, String name) {
        return asked.getOrDefault(name, "");
    }

    private static String callback(Map<String, String> asked, String code) {
        return parameter(asked, "redirect_uri") + "?"
                + Form.encode(Map.of("state", parameter(asked, "state"), "code", code));
    }

    private void assertNobodyIsInside(Guest guest) {
        assertThat(guest.isInside(scene.library())).isFalse();
        assertThat(scene.federation().users()).isEmpty();
        assertThat(scene.federation().sessions()).isEmpty();
    }
}
