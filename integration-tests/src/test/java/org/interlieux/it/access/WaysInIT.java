package org.interlieux.it.access;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a login gets to a badge client: the home venue's rule is asked, and nothing is recorded before the member taps. Further ways
 * are in {@code BadgeClientFaultIT}: the action switched off, asked for by {@code kc_action}, {@code prompt=none}, a password of
 * the member's own.
 */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysInIT {
    private Scene scene;
    private Guest guest = new Guest();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void forgetEverybody() {
        guest.close();
        guest = new Guest();
        scene.federation()
                .users()
                .forEach(user ->
                        scene.federation().realm().users().get(user.getId()).remove());
    }

    @AfterAll
    void close() {
        guest.close();
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void memberWhoMayEnterTapsAndEntersOnce(Way way) {
        Door door = way.door(scene);
        VisitBooks books = VisitBooks.of(scene);

        way.go(scene, guest, Scene.ADA, door);

        assertThat(guest.seesArrivalPage()).as(guest.visitor().text()).isTrue();
        books.assertUnchanged();
        guest.arrive();
        way.finish(guest);
        Tokens tokens = door.service().tokens(guest.visitor().code());
        books.assertOneEntry(door.assertTellsVisit(tokens));
    }

    @ParameterizedTest
    @EnumSource
    void memberWhoMayNotEnterIsRefused(Way way) {
        Door door = way.door(scene);
        VisitBooks books = VisitBooks.of(scene);

        way.go(scene, guest, Scene.BOB, door);

        assertThat(guest.visitor().status()).isEqualTo(403);
        assertThat(guest.seesDenial()).isTrue();
        guest.tap("back-to-service");
        assertThat(guest.visitor().parameter("error")).contains("access_denied");
        assertThat(guest.visitor().parameter("code")).isEmpty();
        books.assertUnchanged();
    }

    @ParameterizedTest
    @EnumSource(names = {"BROKERED", "COOKIE", "LOGIN_AGAIN", "FLOW_OF_ITS_OWN"})
    void arrivalActionAsksWhereNoFlowDoes(Way way, KeycloakServer server) {
        try (Scene bare = Scene.set(server);
                Guest bob = new Guest()) {
            List.of("federation browser", "federation access").forEach(flow -> replaceStep(bare, flow));
            Door door = way.door(bare);
            VisitBooks books = VisitBooks.of(bare);

            way.go(bare, bob, Scene.BOB, door);
            assertThat(bob.seesDenial()).as(bob.visitor().text()).isTrue();
            books.assertUnchanged();

            way.go(bare, guest, Scene.ADA, door);
            assertThat(guest.seesArrivalPage()).as(guest.visitor().text()).isTrue();
            books.assertUnchanged();
            guest.arrive();
            books.assertOneEntry(
                    door.assertTellsVisit(door.service().tokens(guest.visitor().code())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "venue-arrival",
                "venue-arrival:skip",
                "VENUE-ARRIVAL",
                "UPDATE_PASSWORD",
                "UPDATE_PROFILE",
                "delete_account",
                "delete_credential",
                "idp_link:fabrique",
                "no-such-action"
            })
    void askingForAnActionSkipsNothing(String action) {
        Door door = Door.of(scene);
        VisitBooks books = VisitBooks.of(scene);
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);

        guest.open(door.service().loginUrl(Map.of("kc_action", action)));
        // Who deletes an account must have logged in within this second.
        guest.logInIfAsked("atelier", Scene.ADA);

        assertThat(guest.seesArrivalPage()).as(guest.visitor().text()).isTrue();
        guest.arrive();
        if (guest.visitor().parameter("code").isEmpty()) {
            // The action that was asked for; the login is not done before it.
            books.assertUnchanged();
            guest.visitor().click("[name=cancel-aia]");
        }
        books.assertOneEntry(
                door.assertTellsVisit(door.service().tokens(guest.visitor().code())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"venue-arrival", "venue-arrival:skip", "UPDATE_PROFILE", "no-such-action"})
    void askingForAnActionLetsNobodyIn(String action) {
        Door door = Door.of(scene);
        VisitBooks books = VisitBooks.of(scene);
        guest.at(scene.library()).comeFromAtelier(Scene.BOB);

        guest.open(door.service().loginUrl(Map.of("kc_action", action)));

        assertThat(guest.seesDenial()).as(guest.visitor().text()).isTrue();
        books.assertUnchanged();
    }

    /** The device has the tokens, the member the page; what the device reads says nothing of a visit. */
    @Test
    void deviceWithoutAKeyboardNeedsTheTapToo() {
        Door door = Door.of(scene, Door.FABRIQUE, client -> client.getAttributes()
                .put("oauth2.device.authorization.grant.enabled", "true"));
        VisitBooks books = VisitBooks.of(scene);
        JsonNode device = door.service().askByDevice();

        guest.open(device.path("verification_uri_complete").asText()).comeFromAtelier(Scene.ADA);

        assertThat(guest.seesArrivalPage()).as(guest.visitor().text()).isTrue();
        assertThat(tokensOf(device, door).statusCode()).isEqualTo(400);
        books.assertUnchanged();
        guest.arrive().visitor().click("[name=accept]");
        HttpResponse<String> answer = await().atMost(ofSeconds(20))
                .pollInterval(ofSeconds(6)) // it may ask every five seconds
                .until(() -> tokensOf(device, door), got -> got.statusCode() == 200);
        door.assertTellsNoVisit(Tokens.of(answer.body()));
        books.assertOneEntry(scene.lastVisit());
    }

    private static HttpResponse<String> tokensOf(JsonNode device, Door door) {
        return door.service()
                .tokenRequest(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        device.path("device_code").asText()));
    }

    /** By one that lets everybody pass; a flow of which nothing is left would let nobody pass. */
    private static void replaceStep(Scene scene, String flow) {
        var flows = scene.federation().realm().flows();
        flows.addExecution(flow, Map.of("provider", "allow-access-authenticator"));
        flows.getExecutions(flow).stream()
                .filter(step -> step.getProviderId() != null)
                .forEach(step -> {
                    if (step.getProviderId().equals("federation-access")) {
                        step.setRequirement("DISABLED");
                        flows.updateExecutions(flow, step);
                    } else if (step.getProviderId().equals("allow-access-authenticator")) {
                        step.setRequirement("REQUIRED");
                        flows.updateExecutions(flow, step);
                    }
                });
    }
}
