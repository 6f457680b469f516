package org.interlieux.it.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue with any OpenID provider: here another realm, known by its issuer alone. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdHomeIT {
    private static final String ID_TOKEN = "id.token.signed.response.alg";
    private static final String USER_INFO = "user.info.response.signature.alg";
    private static final String PKCE = "pkce.code.challenge.method";

    private Scene scene;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.withOwnHome(server);
        HomeKeys keys = new HomeKeys(scene.phareHome());
        keys.add("rsa-generated", Map.of("algorithm", "PS256"));
        keys.add("ecdsa-generated", Map.of("ecdsaEllipticCurveKey", "P-256"));
        keys.add("eddsa-generated", Map.of("eddsaEllipticCurveKey", "Ed25519"));
    }

    @AfterEach
    void reset() {
        scene.changePhareClient(Map.of(ID_TOKEN, "", USER_INFO, "", PKCE, ""));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256", "EdDSA"})
    void idTokenSignedWithAPublicKeyIsAccepted(String algorithm) {
        scene.changePhareClient(Map.of(ID_TOKEN, algorithm));

        assertThat(danLogsIn(scene)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void signedUserInfoIsAccepted(String algorithm) {
        scene.changePhareClient(Map.of(USER_INFO, algorithm));

        assertThat(danLogsIn(scene)).isTrue();
        assertThat(scene.federation().members("phare").get(0).getFirstName()).isEqualTo("Dan");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        ID_TOKEN + ", HS256, signature of its id_token is wrong",
        USER_INFO + ", HS256, neither a JSON object nor signed with its keys",
    })
    void signatureWithASharedSecretIsRefused(String setting, String algorithm, String logSays) {
        scene.changePhareClient(Map.of(setting, algorithm));
        ServerLog log = ServerLog.from(scene.server());

        try (Guest dan = new Guest()) {
            dan.at(scene.library()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);

            assertThat(dan.visitor().text()).contains("could not be verified");
            assertThat(dan.isInside(scene.library())).isFalse();
        }
        assertThat(log.text()).contains("Venue phare: login refused.").contains(logSays);
    }

    @Test
    void everyLoginProvesThatItAskedForItsCode() {
        scene.changePhareClient(Map.of(PKCE, "S256"));

        assertThat(danLogsIn(scene)).isTrue();
    }

    /** Keycloak asks for a venue's keys at most every ten seconds: a login right after another may meet the old ones. */
    @Test
    void rotatedKeysAreFoundWithoutAnybodyDoingAnything(KeycloakServer server) {
        try (Scene other = Scene.withOwnHome(server)) {
            assertThat(danLogsIn(other)).isTrue();
            HomeKeys keys = new HomeKeys(other.phareHome());
            List<String> old = keys.ofType("rsa");
            keys.add("rsa-generated", Map.of("algorithm", "RS256"));
            old.forEach(keys::remove);

            await().atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> danLogsIn(other));
        }
    }

    private static boolean danLogsIn(Scene scene) {
        try (Guest dan = new Guest()) {
            dan.at(scene.library()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            return dan.isInside(scene.library());
        }
    }
}
