package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a member can do whose venue's answer was refused. */
@ExtendWith(SharedKeycloak.class)
class RefusedLoginIT {
    private static final String VENUE = "openid";

    private Scene scene;
    private Service service;
    private final OpenIdProvider provider = OpenIdProvider.start();
    private final Guest eve = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().add(provider.venue(VENUE));
        service = scene.federation().add(ServiceSettings.service("plain-service"));
        provider.changeIdToken(claims -> claims.put("aud", "somebody-else"));
    }

    @AfterEach
    void close() {
        eve.close();
        provider.close();
        scene.close();
    }

    @Test
    void memberReadsItAboveTheChoiceOfVenuesAndMayTryAgain() {
        eve.open(service.loginUrl()).choose(VENUE);
        assertThat(eve.visitor().text()).contains("could not be verified", "Which venue are you a member of?");
        provider.reset();

        eve.choose(VENUE);

        assertThat(service.tokens(eve.visitor().code())
                        .idClaims()
                        .path("given_name")
                        .asText())
                .isEqualTo("Eve");
    }

    @Test
    void memberMayChooseAnotherVenue() {
        eve.open(service.loginUrl()).choose(VENUE);

        eve.choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);

        assertThat(service.tokens(eve.visitor().code())
                        .idClaims()
                        .path("given_name")
                        .asText())
                .isEqualTo("Dan");
    }

    @Test
    void frenchMemberReadsItInFrench() {
        try (Guest french = new Guest("fr")) {
            french.open(service.loginUrl()).choose(VENUE);

            assertThat(french.visitor().text()).contains("n’a pas pu être vérifiée");
        }
    }

    @Test
    void memberWhomAServiceSentStraightToTheVenueIsNotSentThereAgain() {
        eve.open(service.loginUrl(Map.of("kc_idp_hint", VENUE)));

        assertThat(eve.visitor().text()).contains("could not be verified");
        assertThat(eve.seesPicker()).isTrue();
    }

    @Test
    void adminSeesTheRefusal() {
        eve.open(service.loginUrl()).choose(VENUE);

        assertThat(scene.federation().events("IDENTITY_PROVIDER_LOGIN_ERROR"))
                .singleElement()
                .satisfies(event -> assertThat(event.getClientId()).isEqualTo("plain-service"));
        assertThat(scene.federation().events("LOGIN")).isEmpty();
    }

    @Test
    void refusalIsNoWayInForWhoIsLoggedInAlready() {
        provider.reset();
        eve.open(service.loginUrl()).choose(VENUE);
        assertThat(eve.visitor().parameter("code")).isPresent();
        provider.changeIdToken(claims -> claims.put("aud", "somebody-else"));

        eve.open(service.loginUrl(Map.of("prompt", "login"))).choose(VENUE);

        assertThat(eve.visitor().status()).isEqualTo(502);
        assertThat(eve.visitor().text()).contains("could not be verified");
        assertThat(eve.visitor().isAt(service.redirectUri())).isFalse();
    }
}
