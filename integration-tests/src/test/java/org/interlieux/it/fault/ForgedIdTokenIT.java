package org.interlieux.it.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.interlieux.it.openid.Answer;
import org.interlieux.it.openid.Endpoint;
import org.interlieux.it.openid.Form;
import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.openid.Signatures;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Tokens and answers that were made by somebody else than the venue, or for somebody else. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedIdTokenIT {
    private static final String VENUE = "openid";
    private static final String BAD_SIGNATURE = "signature of its id_token is wrong";

    private Scene scene;
    private final OpenIdProvider provider = OpenIdProvider.start();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().add(provider.venue(VENUE));
    }

    @AfterEach
    void reset() {
        provider.reset();
        scene.atelier().misbehaviour().reset();
        scene.federation().members(VENUE).forEach(this::forget);
        scene.federation().members("atelier").forEach(this::forget);
    }

    @AfterAll
    void close() {
        scene.close();
        provider.close();
    }

    @Test
    void honestProviderIsAccepted() {
        assertEveIsInside();
    }

    Stream<Arguments> forgeries() throws JOSEException {
        RSAKey key = provider.key();
        byte[] der = key.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        return Stream.of(
                Arguments.of("no signature", Signatures.none()),
                Arguments.of("HS256 with the public key's bytes", Signatures.hs256(der, key.getKeyID())),
                Arguments.of("HS256 with the public key as PEM", Signatures.hs256(pem.getBytes(UTF_8), key.getKeyID())),
                Arguments.of(
                        "HS256 with the public key as JWK",
                        Signatures.hs256(key.toPublicJWK().toJSONString().getBytes(UTF_8), key.getKeyID())),
                Arguments.of(
                        "HS256 with the client secret",
                        Signatures.hs256("a-secret-that-is-not-looked-at-here".getBytes(UTF_8), key.getKeyID())),
                Arguments.of("another key of the same name", Signatures.forged(key)),
                Arguments.of("a key of another name", Signatures.rs256(Signatures.newKey("unknown"))),
                Arguments.of("a signature cut off", (UnaryOperator<String>) claims -> {
                    String token = Signatures.rs256(key).apply(claims);
                    return token.substring(0, token.lastIndexOf('.') + 1);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void forgedTokenIsRefusedAtAnOpenIdVenue(String name, UnaryOperator<String> forger) {
        provider.sign(forger);

        assertEveIsRefused(BAD_SIGNATURE);
    }

    Stream<Arguments> dokosForgeries() {
        RSAKey key = Signatures.newKey("somebody");
        return Stream.of(
                Arguments.of("no signature", Signatures.none()),
                Arguments.of("RS256", Signatures.rs256(key)),
                Arguments.of(
                        "HS256 with another secret",
                        Signatures.hs256("x".repeat(40).getBytes(UTF_8), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dokosForgeries")
    void forgedTokenIsRefusedAtADokosVenue(String name, UnaryOperator<String> forger) {
        scene.atelier().misbehaviour().forgeIdToken(forger);
        ServerLog log = ServerLog.from(scene.server());

        try (Guest ada = new Guest()) {
            ada.at(scene.library()).comeFromAtelier(Scene.ADA);
            assertRefused(ada);
        }
        assertThat(log.text()).contains("Venue atelier: login refused.").contains(BAD_SIGNATURE);
        assertThat(scene.federation().members("atelier")).isEmpty();
    }

    @Test
    void textThatIsNoTokenIsRefused() {
        provider.sign(claims -> "not a token");

        assertEveIsRefused("login refused");
    }

    @Test
    void tokenOfAnotherVenueIsRefused() {
        provider.changeIdToken(claims -> claims.put("iss", scene.atelier().url().toString()));

        assertEveIsRefused("Got: " + scene.atelier().url() + " expected: " + provider.issuer());
    }

    @Test
    void tokenForAnotherClientIsRefused() {
        provider.changeIdToken(claims -> claims.put("aud", "somebody-else"));
        assertEveIsRefused("Wrong audience");

        provider.changeIdToken(claims -> claims.put("azp", "somebody-else"));
        assertEveIsRefused("issued for does not match");
    }

    @Test
    void answerThatNamesAnotherIssuerIsRefused() {
        nameIssuer(scene.phareHome().url());

        assertEveIsRefused("names the issuer " + scene.phareHome().url() + " instead of " + provider.issuer());
        assertThat(provider.requests(Endpoint.TOKEN)).isEmpty();
    }

    @Test
    void answerThatNamesTheVenueItselfIsAccepted() {
        nameIssuer(provider.issuer());

        assertEveIsInside();
    }

    @Test
    void answerThatDoesNotNameTheVenueIsRefusedWhereTheVenueAlwaysDoes() {
        try (OpenIdProvider careful = OpenIdProvider.start()) {
            careful.changeJson(
                    Endpoint.DISCOVERY,
                    document -> document.put("authorization_response_iss_parameter_supported", true));
            scene.federation().add(careful.venue("careful"));
            try (Guest eve = new Guest()) {
                eve.at(scene.library()).choose("careful");

                assertRefused(eve);
            }
            assertThat(careful.requests(Endpoint.TOKEN)).isEmpty();
        }
    }

    @Test
    void userInfoSignedBySomebodyElseIsRefused() {
        provider.change(
                Endpoint.USERINFO,
                answer -> Answer.of(
                        200,
                        "application/jwt",
                        Signatures.forged(provider.key()).apply(answer.body())));
        assertEveIsRefused("neither a JSON object nor signed with its keys");

        provider.change(
                Endpoint.USERINFO,
                answer -> Answer.of(200, "application/jwt", Signatures.none().apply(answer.body())));
        assertEveIsRefused("neither a JSON object nor signed with its keys");
    }

    @Test
    void userInfoAboutSomebodyElseIsRefused() {
        provider.changeJson(Endpoint.USERINFO, claims -> claims.put("sub", "mallory"));

        assertEveIsRefused("about somebody else than its id_token");
    }

    private void nameIssuer(String issuer) {
        provider.change(
                Endpoint.AUTHORIZE,
                answer -> Answer.redirect(answer.headers().get("Location") + "&" + Form.encode(Map.of("iss", issuer))));
    }

    private void assertEveIsInside() {
        try (Guest eve = new Guest()) {
            eve.at(scene.library()).choose(VENUE);
            assertThat(eve.isInside(scene.library())).isTrue();
        }
        assertThat(scene.federation().members(VENUE)).hasSize(1);
    }

    private void assertEveIsRefused(String logSays) {
        ServerLog log = ServerLog.from(scene.server());
        try (Guest eve = new Guest()) {
            eve.at(scene.library()).choose(VENUE);
            assertRefused(eve);
        }
        assertThat(log.text()).contains("Venue " + VENUE + ": login refused.").contains(logSays);
        assertThat(scene.federation().members(VENUE)).isEmpty();
    }

    private void assertRefused(Guest guest) {
        assertThat(guest.seesPicker()).isTrue();
        assertThat(guest.visitor().text()).contains("could not be verified");
        assertThat(guest.isInside(scene.library())).isFalse();
        assertThat(scene.federation().events("LOGIN")).isEmpty();
    }

    private void forget(UserRepresentation member) {
        scene.federation().realm().users().get(member.getId()).remove();
        scene.federation().realm().clearEvents();
    }
}
