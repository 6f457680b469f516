package org.interlieux.it.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a member is at a host: the same for ever, and the same however the host's client comes to ask. */
class IdentityAtHostIT {
    private static final AuthenticationChannel CHANNEL = AuthenticationChannel.open();

    @RegisterExtension
    static final OwnKeycloak KEYCLOAK = new OwnKeycloak(options -> options.argument(
            "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri=" + CHANNEL.url()));

    @AfterAll
    static void close() {
        CHANNEL.close();
    }

    @Test
    void memberIsTheSameAfterARestartAndAfterNewKeys(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest before = new Guest();
                Guest after = new Guest()) {
            Service door = scene.federation().add(ServiceSettings.badgeClient("door", "fabrique"));
            String subject = subject(before, door);
            HomeKeys keys = new HomeKeys(scene.federation());
            var old = keys.ofType("rsa");
            keys.add("rsa-generated", Map.of("algorithm", "RS256"));
            old.forEach(keys::remove);

            server.restart();

            assertThat(subject(after, door)).isEqualTo(subject);
        }
    }

    @Test
    void loginByAnotherDeviceTellsNothingOfTheVisit(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest ada = new Guest()) {
            Service door = doorForOtherDevices(scene);
            String subject = subject(ada, door);

            HttpResponse<String> answer = loginByAnotherDevice(scene, door);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Tokens tokens = Tokens.of(answer.body());
            for (JsonNode claims : new JsonNode[] {tokens.idClaims(), tokens.accessClaims(), door.userInfo(tokens)}) {
                assertThat(claims.has("visit_id") || claims.has("home_venue")).isFalse();
                assertThat(claims.path("sub").asText()).isEqualTo(subject);
            }
        }
    }

    @Test
    void loginByAnotherDeviceIsNoArrival(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest ada = new Guest()) {
            Service door = doorForOtherDevices(scene);
            ada.at(scene.library()).comeFromAtelier(Scene.ADA);

            HttpResponse<String> answer = loginByAnotherDevice(scene, door);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Tokens tokens = Tokens.of(answer.body());
            for (JsonNode claims : new JsonNode[] {tokens.idClaims(), tokens.accessClaims(), door.userInfo(tokens)}) {
                assertThat(claims.has("visit_id") || claims.has("home_venue")).isFalse();
            }
            assertThat(scene.visits()).isZero();
            assertThat(scene.told(scene.fabrique())).isEmpty();
        }
    }

    private static Service doorForOtherDevices(Scene scene) {
        Service door = scene.federation().add(ServiceSettings.badgeClient("door", "fabrique"));
        var clients = scene.federation().realm().clients();
        var client = clients.findByClientId("door").get(0);
        client.getAttributes()
                .putAll(Map.of("oidc.ciba.grant.enabled", "true", "ciba.backchannel.token.delivery.mode", "poll"));
        clients.get(client.getId()).update(client);
        return door;
    }

    /** Of the one member of L'Atelier. */
    private static HttpResponse<String> loginByAnotherDevice(Scene scene, Service door) {
        String username = scene.federation().members("atelier").get(0).getUsername();
        JsonNode asked = door.askByAnotherDevice(username);
        CHANNEL.sayYes(scene.federation().url());
        return door.tokenRequest(Map.of(
                "grant_type",
                "urn:openid:params:grant-type:ciba",
                "auth_req_id",
                asked.path("auth_req_id").asText()));
    }

    private static String subject(Guest guest, Service door) {
        guest.open(door.loginUrl()).comeFromAtelier(Scene.ADA);
        if (guest.seesArrivalPage()) {
            guest.arrive();
        }
        return door.tokens(guest.visitor().code()).idClaims().path("sub").asText();
    }
}
