package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.interlieux.it.openid.Answer;
import org.interlieux.it.openid.Endpoint;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.UserRepresentation;

/** A venue whose answers are too long, too slow, or full of what no name should hold. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAnswerIT {
    private static final String VENUE = "openid";
    private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    private Scene scene;
    private OpenIdProvider provider = OpenIdProvider.start();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        provider.close();
    }

    /** A new one each time: Keycloak remembers a venue's keys. */
    @BeforeEach
    void addVenue() {
        provider = OpenIdProvider.start();
        scene.federation().add(provider.venue(VENUE).named("Chez Eve"));
    }

    @AfterEach
    void removeVenue() {
        scene.federation()
                .members(VENUE)
                .forEach(member ->
                        scene.federation().realm().users().get(member.getId()).remove());
        scene.federation().realm().identityProviders().get(VENUE).remove();
        provider.close();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"TOKEN", "USERINFO", "JWKS"})
    void answerOverTheLimitIsRefused(Endpoint endpoint) {
        provider.changeJson(endpoint, body -> body.put("x", "x".repeat(100_000)));

        assertRefused(endpoint == Endpoint.JWKS ? "its keys cannot be loaded" : "65536");
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"TOKEN", "USERINFO", "JWKS"})
    void answerThatNeverComesIsNotWaitedFor(Endpoint endpoint) {
        provider.change(endpoint, answer -> answer.after(Duration.ofSeconds(60)));
        Instant began = Instant.now();

        assertRefused("did not answer within");

        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(14));
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"TOKEN", "USERINFO", "JWKS"})
    void redirectIsNotFollowed(Endpoint endpoint) {
        provider.change(
                endpoint, answer -> Answer.redirect(scene.fabrique().url().toString()));

        assertRefused("answered 302");
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"TOKEN", "USERINFO", "JWKS"})
    void pageInsteadOfAnAnswerIsRefused(Endpoint endpoint) {
        provider.change(endpoint, answer -> Answer.of(200, "text/html", "<html><body>" + MARKUP + "</body></html>"));

        assertRefused("Venue " + VENUE);
    }

    @Test
    void refusalOfTheTokenEndpointWritesNothingOfItsOwnIntoTheLog() {
        provider.change(
                Endpoint.TOKEN,
                answer -> Answer.of(400, "text/plain", "x\n2026-11-21 ERROR [made.up] all doors are open"));

        ServerLog log = ServerLog.from(scene.server());
        assertRefused("token endpoint answered 400");
        assertThat(log.text()).doesNotContain("all doors are open");
    }

    Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("markup", MARKUP, MARKUP),
                Arguments.of("template", "#{7*7} <#assign x=1>", "#{7*7} <#assign x=1>"),
                Arguments.of("control characters", "E\u0000v\u001be\r\n\u0085x", "E v e x"),
                Arguments.of("bidi characters", "Eve\u202Egnp.exe\u2066\u200F\uFEFF", "Eve gnp.exe"),
                Arguments.of("20 kB", "é".repeat(10_000), "é".repeat(100)),
                Arguments.of("beyond the first plane", "😀".repeat(500), "😀".repeat(100)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void nameIsCutAndCleanedAndShownAsText(String what, String sent, String kept) {
        provider.member().put("given_name", sent).put("family_name", sent);

        try (Guest eve = new Guest()) {
            eve.at(scene.fabrique()).choose(VENUE);

            assertThat(eve.seesArrivalPage()).isTrue();
            assertThat(eve.visitor().source())
                    .doesNotContain("<script>alert", "<img src=x", "\u202E", "\u0000", "\u001b");
            assertThat(eve.visitor().text()).contains(kept);
            eve.arrive();
            assertThat(eve.isInside(scene.fabrique())).isTrue();
        }
        UserRepresentation eve = scene.federation().members(VENUE).get(0);
        assertThat(eve.getFirstName()).isEqualTo(kept);
        assertThat(eve.getLastName()).isEqualTo(kept);
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void textThatIsNoAddressIsNotTaken(String address) {
        provider.member().put("email", address);

        try (Guest eve = new Guest()) {
            eve.at(scene.library()).choose(VENUE);
            assertThat(eve.isInside(scene.library())).isTrue();
        }
        assertThat(scene.federation().members(VENUE).get(0).getEmail()).isNull();
    }

    Stream<String> addresses() {
        return Stream.of(
                "no address",
                "\"Eve\" <eve@openid.example>",
                "a@b@c.example",
                "eve@openid.example,ada@atelier.example",
                "<script>@openid.example",
                "eve@" + "x".repeat(300) + ".example",
                "eve\u202E@openid.example");
    }

    @Test
    void claimsOfTheWrongTypeAreNotTaken() {
        provider.member().put("email", 42).put("family_name", true);
        provider.member().putArray("given_name").add("Eve");
        provider.member().putObject("name").put("full", "Eve");

        try (Guest eve = new Guest()) {
            eve.at(scene.library()).choose(VENUE);
            assertThat(eve.isInside(scene.library())).isTrue();
        }
        UserRepresentation eve = scene.federation().members(VENUE).get(0);
        assertThat(eve.getFirstName()).isNull();
        assertThat(eve.getEmail()).isNull();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void oddSubjectsAreTwoPeople(String one, String other) {
        for (String subject : new String[] {one, other}) {
            provider.member().put("sub", subject);
            try (Guest guest = new Guest()) {
                guest.at(scene.library()).choose(VENUE);
                String seen = guest.visitor().text();
                assertThat(guest.isInside(scene.library())).as(seen).isTrue();
            }
        }
        assertThat(scene.federation().members(VENUE)).hasSize(2);
    }

    Stream<Arguments> subjects() {
        return Stream.of(
                Arguments.of("eve", "EVE"),
                Arguments.of("eve", " eve"),
                Arguments.of("eve", "ève"),
                Arguments.of("eve.2", "eve_2"),
                Arguments.of("<b>eve</b>", "eve\u202E"));
    }

    private void assertRefused(String logSays) {
        ServerLog log = ServerLog.from(scene.server());
        try (Guest eve = new Guest()) {
            eve.at(scene.library()).choose(VENUE);

            assertThat(eve.seesPicker()).isTrue();
            assertThat(eve.visitor().text())
                    .containsAnyOf("Your venue could not be reached", "Your venue’s answer could not be verified");
            assertThat(eve.isInside(scene.library())).isFalse();
        }
        assertThat(log.text()).contains(logSays);
        assertThat(scene.federation().members(VENUE)).isEmpty();
        assertThat(scene.federation().sessions()).isEmpty();
    }
}
