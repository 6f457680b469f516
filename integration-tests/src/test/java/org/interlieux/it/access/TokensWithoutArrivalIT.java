package org.interlieux.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Ways to tokens on which nobody sees a page, and so nobody arrives: no visit, and no token that tells of one. Further ways are in
 * {@code VenueVisitClaimsIT} (implicit, hybrid, a badge client's own token exchange) and {@code IdentityAtHostIT} (another device).
 */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensWithoutArrivalIT {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private Scene scene;
    private Guest ada = new Guest();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void forgetEverybody() {
        ada.close();
        ada = new Guest();
        scene.federation()
                .users()
                .forEach(user ->
                        scene.federation().realm().users().get(user.getId()).remove());
    }

    @AfterAll
    void close() {
        ada.close();
        scene.close();
    }

    @Test
    void passwordOfAMemberIsNoArrival() {
        ada.at(scene.library()).comeFromAtelier(Scene.ADA);

        assertPasswordIsRefused(scene, Door.of(scene, Door.FABRIQUE, TokensWithoutArrivalIT::byPassword));
    }

    @Test
    void passwordOfAMemberWhoIsHereIsNoArrivalEither() {
        Door door = Door.of(scene, Door.FABRIQUE, TokensWithoutArrivalIT::byPassword);
        enter(door, Map.of());

        assertPasswordIsRefused(scene, door);
    }

    @Test
    void passwordIsRefusedAlsoWhereTheArrivalActionIsSwitchedOff(KeycloakServer server) {
        try (Scene other = Scene.set(server)) {
            ada.at(other.library()).comeFromAtelier(Scene.ADA);
            var flows = other.federation().realm().flows();
            var arrival = flows.getRequiredAction("venue-arrival");
            arrival.setEnabled(false);
            flows.updateRequiredAction("venue-arrival", arrival);
            int sessions = other.federation().sessions().size();

            assertPasswordIsRefused(other, Door.of(other, Door.FABRIQUE, TokensWithoutArrivalIT::byPassword));

            assertThat(other.federation().sessions()).hasSize(sessions);
        }
    }

    @Test
    void badgeClientItselfIsNobodyWhoArrives() {
        Door door = Door.of(scene);
        VisitBooks books = VisitBooks.of(scene);

        Tokens tokens = door.service().tokens(Map.of("grant_type", "client_credentials", "scope", "openid"));

        door.assertTellsNoVisit(tokens);
        books.assertUnchanged();
    }

    @Test
    void refreshIsNoArrivalAndTellsOfTheSameVisit() {
        Door door = Door.of(scene);
        Tokens tokens = enter(door, Map.of());
        String visit = door.assertTellsVisit(tokens);
        VisitBooks books = VisitBooks.of(scene);

        Tokens refreshed = door.service().refresh(tokens);

        assertThat(door.assertTellsVisit(refreshed)).isEqualTo(visit);
        books.assertUnchanged();
    }

    @Test
    void offlineTokenOutlivesTheVisitAndIsNoArrival() {
        Door door = Door.of(scene);
        Tokens tokens = enter(door, Map.of("scope", "openid offline_access"));
        assertThat(Tokens.claims(tokens.refreshToken()).path("typ").asText()).isEqualTo("Offline");
        String visit = door.assertTellsVisit(tokens);
        assertThat(door.assertTellsVisit(door.service().refresh(tokens))).isEqualTo(visit);
        ada.open(Door.of(scene, "phare", client -> {}).service().loginUrl())
                .choose("atelier")
                .arrive();
        assertThat(scene.lastVisit()).isNotEqualTo(visit);
        VisitBooks books = VisitBooks.of(scene);

        door.assertTellsNoVisit(door.service().refresh(tokens));

        books.assertUnchanged();
    }

    @Test
    void passiveLoginOfAMemberWhoIsHereGoesOnWithTheSameVisit() {
        Door door = Door.of(scene);
        String visit = door.assertTellsVisit(enter(door, Map.of()));
        VisitBooks books = VisitBooks.of(scene);

        ada.open(door.service().loginUrl(Map.of("prompt", "none")));

        assertThat(door.assertTellsVisit(door.service().tokens(ada.visitor().code())))
                .isEqualTo(visit);
        books.assertUnchanged();
    }

    @Test
    void codeOfOneBadgeClientIsWorthNothingAtAnother() {
        Door door = Door.of(scene);
        Door other = Door.of(scene, "phare", client -> {});
        ada.open(door.service().loginUrl()).comeFromAtelier(Scene.ADA).arrive();

        HttpResponse<String> answer = other.service()
                .tokenRequest(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        ada.visitor().code(),
                        "redirect_uri",
                        door.service().redirectUri()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant");
    }

    @Test
    void tokenOfAServiceInExchangeForOneOfABadgeClientIsNoArrival() {
        Door door = Door.of(scene, Door.FABRIQUE, TokensWithoutArrivalIT::byExchange);
        Service library = exchangingService(door.service());
        ada.open(library.loginUrl()).comeFromAtelier(Scene.ADA);
        Tokens atLibrary = library.tokens(ada.visitor().code());
        VisitBooks books = VisitBooks.of(scene);

        Tokens byLibrary = library.tokens(
                exchange(atLibrary, Map.of("audience", door.service().clientId())));
        Tokens byDoor = door.service().tokens(exchange(atLibrary, Map.of("scope", "openid")));

        door.assertTellsNoVisit(byLibrary);
        door.assertTellsNoVisit(byDoor);
        books.assertUnchanged();
    }

    @Test
    void tokenOfABadgeClientInExchangeForOneOfAServiceTellsNothing() {
        Service library = exchangingService(null);
        Door door = Door.of(scene);
        Door.meantFor(scene, door.service(), library.clientId());
        Tokens atDoor = enter(door, Map.of());
        VisitBooks books = VisitBooks.of(scene);

        Tokens exchanged = library.tokens(exchange(atDoor, Map.of("scope", "openid")));

        new Door(library).assertTellsNoVisit(exchanged);
        books.assertUnchanged();
    }

    private Service exchangingService(@Nullable Service audience) {
        Service service = scene.federation().add(ServiceSettings.service("service-" + UUID.randomUUID()));
        Door.change(scene, service, TokensWithoutArrivalIT::byExchange);
        Door.meantFor(scene, service, service.clientId());
        if (audience != null) {
            Door.meantFor(scene, service, audience.clientId());
        }
        return service;
    }

    private static Map<String, String> exchange(Tokens tokens, Map<String, String> more) {
        Map<String, String> request = new HashMap<>(more);
        request.putAll(Map.of(
                "grant_type", EXCHANGE, "subject_token", tokens.accessToken(), "subject_token_type", ACCESS_TOKEN));
        return request;
    }

    /** Leaves nothing on its way to the sites, which a count of their messages would catch or miss by chance. */
    private Tokens enter(Door door, Map<String, String> parameters) {
        VisitBooks books = VisitBooks.of(scene);
        ada.open(door.service().loginUrl(parameters)).comeFromAtelier(Scene.ADA).arrive();
        Tokens tokens = door.service().tokens(ada.visitor().code());
        books.assertOneEntry(tokens.idClaims().path("visit_id").asText());
        return tokens;
    }

    private static void assertPasswordIsRefused(Scene scene, Door door) {
        UserRepresentation member = scene.federation().members("atelier").get(0);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("her-own-password");
        scene.federation().realm().users().get(member.getId()).resetPassword(password);
        VisitBooks books = VisitBooks.of(scene);

        HttpResponse<String> answer = door.service()
                .tokenRequest(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        member.getUsername(),
                        "password",
                        "her-own-password",
                        "scope",
                        "openid"));

        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
        books.assertUnchanged();
    }

    private static void byPassword(ClientRepresentation client) {
        client.setDirectAccessGrantsEnabled(true);
    }

    private static void byExchange(ClientRepresentation client) {
        client.getAttributes().put("standard.token.exchange.enabled", "true");
    }
}
