package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.Misbehaviour;
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
import org.keycloak.representations.idm.EventRepresentation;

/** A home venue that answers the access question with something else than yes or no. None of it is a yes. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessAnswerFaultIT {
    private static final String JSON = "application/json";

    private Scene scene;
    private final Guest guest = new Guest();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
    }

    @AfterEach
    void reset() {
        scene.atelier().misbehaviour().reset();
        scene.federation()
                .change(
                        "atelier",
                        Map.of("accessUrl", "", "accessCredentials", "member-token", "minValidityToken", "5"));
    }

    @AfterAll
    void close() {
        guest.close();
        scene.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HTML         | 200 | text/html        | <html><body>true</body></html> | unreadable-answer",
                "text as yes  | 200 | application/json | {\"message\": \"true\"}        | unclear-answer",
                "number as yes| 200 | application/json | {\"message\": 1}               | unclear-answer",
                "no message   | 200 | application/json | {}                             | unclear-answer",
                "bare true    | 200 | application/json | true                           | unclear-answer",
                "list         | 200 | application/json | {\"message\": [true]}          | unclear-answer",
                "server error | 500 | application/json | {\"message\": true}            | http-500",
                "forbidden    | 403 | application/json | {\"message\": true}            | http-403",
                "a proxy's 417| 417 | text/html        | <h1>Expectation Failed</h1>    | http-417",
                "created      | 201 | application/json | {\"message\": true}            | http-201"
            })
    void answerIsUnknown(String name, int status, String type, String body, String reason) {
        site().answerAccessWith(status, Map.of("Content-Type", type), body);

        assertUnknown(reason);
    }

    @Test
    void emptyAnswerIsUnknown() {
        site().answerAccessWith(200, Map.of("Content-Type", JSON), "");

        assertUnknown("unclear-answer");
    }

    @Test
    void hugeAnswerIsUnknown() {
        site().answerAccessWith(
                        200,
                        Map.of("Content-Type", JSON),
                        "{\"message\": true, \"x\": \"" + "x".repeat(10_000_000) + "\"}");

        assertUnknown("answer-too-large");
    }

    @Test
    void slowAnswerIsUnknown() {
        scene.federation().change("atelier", Map.of("accessTimeoutMillis", "500"));
        site().delayAccess(Duration.ofSeconds(3));

        assertUnknown("timeout");
    }

    @Test
    void oneByteAtATimeIsUnknown() {
        scene.federation().change("atelier", Map.of("accessTimeoutMillis", "1000"));
        site().dribbleAccess();

        assertUnknown("timeout");
    }

    @Test
    void redirectIsNotFollowed() {
        String elsewhere = scene.fabrique().url() + "/api/method/federated_venue.api.user_access_to_federation";
        site().answerAccessWith(302, Map.of("Location", elsewhere), "");

        assertUnknown("http-302");
    }

    @Test
    void privateAddressIsNeverConnectedTo() {
        scene.federation()
                .change("atelier", Map.of("accessCredentials", "none", "accessUrl", "https://10.11.12.13/may-they"));

        assertUnknown("address-refused");
    }

    @Test
    void memberTokenIsNotSentToAnotherSite() {
        // The console refuses such a venue; an older database may hold one.
        String elsewhere = scene.fabrique().url() + "/may-they";
        scene.federation().change("atelier", Map.of("accessCredentials", "none", "accessUrl", elsewhere));
        scene.server()
                .database()
                .execute("update identity_provider_config set value = 'member-token' where name = 'accessCredentials'"
                        + " and identity_provider_id in (select internal_id from identity_provider p join realm r on"
                        + " r.id = p.realm_id where p.provider_alias = 'atelier' and r.name = '"
                        + scene.federation().name() + "')");
        scene.federation().admin().post(scene.federation().path("/clear-realm-cache"), "{}");

        assertUnknown("no-credentials");
        scene.federation().change("atelier", Map.of("accessCredentials", "none", "accessUrl", ""));
    }

    @Test
    void memberTokenThatRanOutIsRefreshed() {
        treatTokensAsExpired();

        guest.at(scene.fabrique());

        assertThat(guest.seesArrivalPage()).isTrue();
        assertThat(site().accessQuestions())
                .extracting(question -> question.authentication().name())
                .containsExactly("MEMBER_TOKEN");
    }

    @Test
    void memberTokenThatCannotBeRefreshedIsUnknown() {
        treatTokensAsExpired();
        Scene.control(scene.atelier(), "{\"down\": true}");
        try {
            assertUnknown("no-credentials");
        } finally {
            Scene.control(scene.atelier(), "{\"down\": false}");
        }
    }

    /** Demo tokens live for an hour: a longer validity is asked of them than they have left. */
    private void treatTokensAsExpired() {
        scene.federation().change("atelier", Map.of("minValidityToken", "4000"));
    }

    private Misbehaviour site() {
        return scene.atelier().misbehaviour();
    }

    private void assertUnknown(String reason) {
        ServerLog log = ServerLog.from(scene.server());

        guest.at(scene.fabrique());

        assertThat(guest.visitor().status()).isEqualTo(403);
        assertThat(guest.visitor().text()).contains("Your venue does not answer");
        assertThat(guest.isInside(scene.fabrique())).isFalse();
        assertThat(log.text()).contains("Venue atelier: access question unanswered (" + reason + ").");
        List<EventRepresentation> errors = scene.federation().events("LOGIN_ERROR");
        assertThat(errors.get(0).getDetails()).containsEntry("access_reason", reason);
        assertThat(scene.visits()).isZero();
        assertThat(scene.told(scene.fabrique())).isEmpty();
    }
}
