package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.interlieux.demo.Misbehaviour;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Dokos site that says something wrong about who logged in. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdTokenFaultIT {
    private Scene scene;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void reset() {
        scene.atelier().misbehaviour().reset();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void userInfoWithoutSubjectIsRefused() {
        site().alterUserInfo(claims -> with(claims, "sub", null));

        assertRefused("has no identifier for the federation", "userinfo names no subject");
    }

    @Test
    void userInfoAboutSomebodyElseIsRefused() {
        site().alterUserInfo(claims -> with(claims, "sub", "0".repeat(39)));

        assertRefused("could not be verified", "about somebody else than its id_token");
    }

    @Test
    void idTokenWithoutSubjectIsRefused() {
        site().alterIdToken(claims -> with(claims, "sub", null));

        assertRefused("has no identifier for the federation", "id_token names no subject");
    }

    @Test
    void wrongSignatureIsRefused() {
        site().signIdTokenWith("another-secret-of-more-than-32-characters");

        assertRefused("could not be verified", "signature of its id_token is wrong: check that the client secret");
    }

    @Test
    void wrongAudienceIsRefused() {
        site().alterIdToken(claims -> with(claims, "aud", "somebody-else"));

        assertRefused("could not be verified", "Wrong audience");
    }

    @Test
    void wrongIssuerIsRefusedAndTheLogSaysWhatToSet() {
        site().alterIdToken(claims -> with(claims, "iss", "http://elsewhere.example"));

        assertRefused(
                "could not be verified",
                "Got: http://elsewhere.example expected: " + scene.atelier().url()
                        + ". If the first is right, set it as issuer");
    }

    @Test
    void wrongNonceIsRefused() {
        site().alterIdToken(claims -> with(claims, "nonce", "replayed"));

        assertRefused("could not be verified", "does not carry the nonce of this login");
    }

    @Test
    void missingNonceIsRefused() {
        site().alterIdToken(claims -> with(claims, "nonce", null));

        assertRefused("could not be verified", "does not carry the nonce of this login");
    }

    @Test
    void expiredIdTokenIsRefused() {
        long anHourAgo = Instant.now().getEpochSecond() - 3600;
        site().alterIdToken(claims -> with(claims, "exp", anHourAgo));

        assertRefused("could not be verified", "no longer valid");
    }

    @Test
    void idTokenOfAnotherAccessTokenIsRefused() {
        site().alterIdToken(claims -> with(claims, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA"));

        assertRefused("could not be verified", "belongs to another access token");
    }

    private Misbehaviour site() {
        return scene.atelier().misbehaviour();
    }

    private void assertRefused(String pageSays, String logSays) {
        ServerLog log = ServerLog.from(scene.server());
        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);

            assertThat(guest.seesPicker()).isTrue();
            assertThat(guest.visitor().text()).contains(pageSays);
            assertThat(guest.isInside(scene.fabrique())).isFalse();
        }
        assertThat(log.text()).contains("Venue atelier: login refused.").contains(logSays);
        assertThat(scene.federation().members("atelier")).isEmpty();
        assertThat(scene.federation().sessions()).isEmpty();
        assertThat(scene.visits()).isZero();
        assertThat(scene.told(scene.fabrique())).isEmpty();
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        claims.put(name, value);
        return claims;
    }
}
