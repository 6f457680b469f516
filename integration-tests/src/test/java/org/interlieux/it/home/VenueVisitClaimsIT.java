package org.interlieux.it.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.interlieux.it.openid.Form;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Where a badge client reads of a visit, and where it never does. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VenueVisitClaimsIT {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final List<String> PLACES =
            List.of("id.token.claim", "access.token.claim", "userinfo.token.claim", "introspection.token.claim");

    private Scene scene;
    private Guest ada = new Guest();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void newBrowser() {
        ada.close();
        ada = new Guest();
    }

    @AfterAll
    void close() {
        ada.close();
        scene.close();
    }

    @Test
    void claimsAreInEveryPlaceUnlessSwitchedOff() {
        assertClaimsAreIn(door(Map.of()), PLACES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id.token.claim", "access.token.claim", "userinfo.token.claim", "introspection.token.claim"})
    void eachPlaceCanBeSwitchedOff(String place) {
        // As the console saves it. Of a client made by a script, Keycloak takes userinfo's switch from the id_token's.
        Service door = door(PLACES.stream()
                .collect(Collectors.toMap(switched -> switched, switched -> String.valueOf(!switched.equals(place)))));

        assertClaimsAreIn(
                door, PLACES.stream().filter(other -> !other.equals(place)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token token", "id_token", "code id_token", "code token", "code id_token token"})
    void answerThroughTheAddressBarHoldsNone(String responseType) {
        Service door = door(Map.of());
        change(door, client -> client.setImplicitFlowEnabled(true));

        ada.open(door.loginUrl(Map.of("response_type", responseType, "nonce", "n")))
                .comeFromAtelier(Scene.ADA);
        arriveIfAsked();

        Map<String, String> answer =
                Form.decode(URI.create(ada.visitor().location()).getRawFragment());
        assertThat(answer).doesNotContainKey("error");
        for (String token : List.of("id_token", "access_token")) {
            if (answer.containsKey(token)) {
                assertNoClaims(Tokens.claims(answer.getOrDefault(token, "")));
            }
        }
        if (answer.containsKey("code")) {
            Tokens tokens = door.tokens(answer.getOrDefault("code", ""));
            assertNoClaims(tokens.idClaims());
            assertNoClaims(tokens.accessClaims());
            assertNoClaims(door.userInfo(tokens));
        }
    }

    @Test
    void exchangedTokenHoldsNone() {
        Service door = door(Map.of());
        change(door, client -> client.getAttributes().put("standard.token.exchange.enabled", "true"));
        Tokens tokens = enter(door);
        assertThat(tokens.accessClaims().has("visit_id")).isTrue();

        HttpResponse<String> answer = door.tokenRequest(Map.of(
                "grant_type",
                EXCHANGE,
                "subject_token",
                tokens.accessToken(),
                "subject_token_type",
                ACCESS_TOKEN,
                "scope",
                "openid"));

        Tokens exchanged = Tokens.of(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertNoClaims(exchanged.accessClaims());
        assertNoClaims(exchanged.idClaims());
        assertNoClaims(door.introspect(exchanged));
        assertThat(exchanged.accessClaims().path("sub").asText())
                .isEqualTo(tokens.accessClaims().path("sub").asText());
        assertThat(door.refresh(tokens).accessClaims().has("visit_id")).isTrue();
    }

    @Test
    void tokenOfAnotherServiceInExchangeHoldsNoneAndNobodyElsesIdentity() {
        Service door = door(Map.of());
        Service requester = scene.federation().add(ServiceSettings.service("requester-" + UUID.randomUUID()));
        change(requester, client -> client.getAttributes().put("standard.token.exchange.enabled", "true"));
        Tokens tokens = enter(door);

        HttpResponse<String> answer = requester.tokenRequest(Map.of(
                "grant_type", EXCHANGE, "subject_token", tokens.accessToken(), "subject_token_type", ACCESS_TOKEN));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    private Service door(Map<String, String> settings) {
        ServiceSettings client = ServiceSettings.badgeClient("door-" + UUID.randomUUID(), "fabrique");
        settings.forEach(client::withVenueVisit);
        Service door = scene.federation().add(client);
        meantForItself(door);
        return door;
    }

    /** Introspection tells a client about tokens only that name it as their audience. */
    private void meantForItself(Service door) {
        ProtocolMapperRepresentation audience = new ProtocolMapperRepresentation();
        audience.setName("audience");
        audience.setProtocol("openid-connect");
        audience.setProtocolMapper("oidc-audience-mapper");
        audience.setConfig(Map.of("included.client.audience", door.clientId(), "access.token.claim", "true"));
        var clients = scene.federation().realm().clients();
        clients.get(clients.findByClientId(door.clientId()).get(0).getId())
                .getProtocolMappers()
                .createMapper(audience)
                .close();
    }

    private Tokens enter(Service door) {
        ada.open(door.loginUrl()).comeFromAtelier(Scene.ADA);
        arriveIfAsked();
        return door.tokens(ada.visitor().code());
    }

    /** Whoever is here already is not asked. */
    private void arriveIfAsked() {
        if (ada.seesArrivalPage()) {
            ada.arrive();
        }
    }

    private void assertClaimsAreIn(Service door, List<String> places) {
        Tokens tokens = enter(door);
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        answers.put("id.token.claim", tokens.idClaims());
        answers.put("access.token.claim", tokens.accessClaims());
        answers.put("userinfo.token.claim", door.userInfo(tokens));
        answers.put("introspection.token.claim", door.introspect(tokens));
        answers.forEach((place, claims) -> {
            if (places.contains(place)) {
                assertThat(claims.path("home_venue").asText()).as(place).isEqualTo("atelier");
                assertThat(claims.path("host_venue").asText()).as(place).isEqualTo("fabrique");
                assertThat(claims.path("visit_id").asText()).as(place).isNotBlank();
            } else {
                assertNoClaims(claims);
            }
            assertThat(claims.path("sub").asText())
                    .as(place)
                    .isEqualTo(tokens.idClaims().path("sub").asText());
        });
    }

    private static void assertNoClaims(JsonNode claims) {
        assertThat(claims.has("home_venue") || claims.has("host_venue") || claims.has("visit_id"))
                .as(claims.toString())
                .isFalse();
    }

    private void change(Service service, Consumer<ClientRepresentation> change) {
        var clients = scene.federation().realm().clients();
        ClientRepresentation client = clients.findByClientId(service.clientId()).get(0);
        change.accept(client);
        clients.get(client.getId()).update(client);
    }
}
