package org.interlieux.it.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.interlieux.it.openid.Endpoint;
import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leaving a door is no log-out at home; logging out of anything else is, where home has an address for that. */
@ExtendWith(SharedKeycloak.class)
class HomeLogoutIT {
    private static final String VENUE = "openid";

    private Scene scene;
    private Service door;
    private Service service;
    private final OpenIdProvider provider = OpenIdProvider.start();
    private final Guest eve = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().add(provider.venue(VENUE));
        door = scene.federation().add(ServiceSettings.badgeClient("door", "fabrique"));
        service = scene.federation().add(ServiceSettings.service("plain-service"));
    }

    @AfterEach
    void close() {
        eve.close();
        provider.close();
        scene.close();
    }

    @Test
    void logOutOfAServiceGoesOnToTheHomeVenueAndComesBack() {
        Tokens tokens = enterService();

        eve.open(service.logoutUrl(tokens.idToken()));

        assertThat(provider.requests(Endpoint.END_SESSION)).singleElement().satisfies(asked -> assertThat(asked)
                .containsKey("id_token_hint")
                .containsEntry(
                        "post_logout_redirect_uri",
                        scene.federation().url() + "/broker/" + VENUE + "/endpoint/logout_response"));
        assertThat(eve.visitor().isAt(service.redirectUri())).isTrue();
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void logOutOfAServiceEndsNoVisit() {
        enterDoor();
        Tokens tokens = enterService();

        eve.open(service.logoutUrl(tokens.idToken()));

        assertThat(provider.requests(Endpoint.END_SESSION)).hasSize(1);
        assertThat(scene.federation().sessions()).isEmpty();
        assertThat(scene.openVisits()).isEqualTo(1);
    }

    @Test
    void logOutOfADoorIsAnExitAndNoLogOutAtHome() {
        Tokens tokens = enterDoor();

        eve.open(door.logoutUrl(tokens.idToken()));

        assertThat(eve.visitor().isAt(door.redirectUri())).isTrue();
        assertThat(provider.requests(Endpoint.END_SESSION)).isEmpty();
        assertThat(scene.openVisits()).isZero();
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void exitDoesNotWaitForAHomeVenueThatHangs() {
        Tokens tokens = enterDoor();
        provider.change(Endpoint.END_SESSION, answer -> answer.after(Duration.ofSeconds(60)));

        eve.open(door.logoutUrl(tokens.idToken()));

        assertThat(scene.openVisits()).isZero();
    }

    @Test
    void confirmedLogOutOfADoorIsAnExitAndNoLogOutAtHome() {
        enterDoor();

        confirm("client_id=" + door.clientId());

        assertThat(provider.requests(Endpoint.END_SESSION)).isEmpty();
        assertThat(scene.openVisits()).isZero();
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void confirmedLogOutOfAServiceGoesOnToTheHomeVenue() {
        enterDoor();

        confirm("client_id=" + service.clientId());

        assertThat(provider.requests(Endpoint.END_SESSION)).hasSize(1);
        assertThat(scene.openVisits()).isEqualTo(1);
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void logOutOfTheFederationItselfGoesOnToTheHomeVenue() {
        enterDoor();

        confirm("");

        assertThat(provider.requests(Endpoint.END_SESSION)).hasSize(1);
        assertThat(scene.openVisits()).isEqualTo(1);
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void realHomeRealmEndsItsSessionToo() {
        eve.open(service.loginUrl()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
        Tokens tokens = service.tokens(eve.visitor().code());
        assertThat(scene.phareHome().sessions()).hasSize(1);

        eve.open(service.logoutUrl(tokens.idToken()));

        assertThat(eve.visitor().isAt(service.redirectUri())).isTrue();
        assertThat(scene.phareHome().sessions()).isEmpty();
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void dokosSiteHasNoAddressToGoTo() {
        eve.open(service.loginUrl()).comeFromAtelier(Scene.ADA);
        Tokens tokens = service.tokens(eve.visitor().code());

        eve.open(service.logoutUrl(tokens.idToken()));

        assertThat(eve.visitor().isAt(service.redirectUri())).isTrue();
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void homeVenueWithoutAnAddressForItIsNotAsked() {
        provider.changeJson(Endpoint.DISCOVERY, document -> document.remove("end_session_endpoint"));
        Tokens tokens = enterService();

        eve.open(service.logoutUrl(tokens.idToken()));

        assertThat(eve.visitor().isAt(service.redirectUri())).isTrue();
        assertThat(scene.federation().sessions()).isEmpty();
    }

    @Test
    void logOutAtHomeEndsTheSessionButNotTheVisit() {
        String keycloak = scene.federation().url() + "/protocol/openid-connect/logout/backchannel-logout";
        var home = scene.phareHome().realm();
        scene.changePhareClient(
                Map.of("backchannel.logout.url", keycloak, "backchannel.logout.session.required", "true"));
        eve.open(door.loginUrl()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
        eve.arrive();
        assertThat(scene.federation().sessions()).hasSize(1);

        home.users().get(home.users().list().get(0).getId()).logout();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(scene.federation().sessions()).isEmpty());
        assertThat(scene.openVisits()).isEqualTo(1);
        eve.open(service.loginUrl());
        assertThat(eve.visitor().parameter("code")).isEmpty();
    }

    @Test
    void logOutTokenWithNothingButTheSessionIsEnough() {
        enterDoor();

        assertThat(provider.logOut(scene.federation(), claims -> claims.put("sid", "session-of-eve")))
                .isEqualTo(200);

        assertThat(scene.federation().sessions()).isEmpty();
        assertThat(scene.openVisits()).isEqualTo(1);
    }

    @Test
    void logOutTokenOfAnotherVenueEndsNothing() {
        enterDoor();
        try (OpenIdProvider other = OpenIdProvider.start()) {
            scene.federation().add(other.venue("other"));

            assertThat(other.logOut(scene.federation(), claims -> claims.put("sid", "session-of-eve")
                            .put("sub", "eve")))
                    .isEqualTo(200);
            assertThat(other.logOut(scene.federation(), claims -> claims.put("sub", "eve")
                            .put("iss", provider.issuer())))
                    .isEqualTo(400);
        }
        assertThat(scene.federation().sessions()).hasSize(1);
    }

    private Tokens enterDoor() {
        eve.open(door.loginUrl()).choose(VENUE).arrive();
        assertThat(scene.openVisits()).isEqualTo(1);
        return door.tokens(eve.visitor().code());
    }

    /** With the cookie, where there is one. */
    private Tokens enterService() {
        eve.open(service.loginUrl());
        if (eve.visitor().parameter("code").isEmpty()) {
            eve.choose(VENUE);
        }
        return service.tokens(eve.visitor().code());
    }

    private void confirm(String query) {
        eve.open(scene.federation().url() + "/protocol/openid-connect/logout?" + query);
        eve.visitor().click("#kc-logout");
    }
}
