package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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

/** A venue whose discovery document cannot be used: nobody gets in by it, nobody waits for long, and it says why. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryFaultIT {
    /** The reading's own limit is 5 s; the rest is for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(30);

    private Scene scene;
    private OpenIdProvider provider;
    private String alias;

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @BeforeEach
    void addVenue() {
        provider = OpenIdProvider.start();
        alias = "openid-" + UUID.randomUUID().toString().substring(0, 8);
        scene.federation().add(provider.venue(alias));
    }

    @AfterEach
    void removeVenue() {
        scene.federation().realm().identityProviders().get(alias).remove();
        provider.close();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void documentOfAForeignIssuerIsRefused() {
        provider.changeJson(Endpoint.DISCOVERY, document -> document.put("issuer", "https://evil.example"));

        assertUnusable("it names the issuer https://evil.example instead of " + provider.issuer());
    }

    @Test
    void documentWithoutIssuerIsRefused() {
        provider.changeJson(Endpoint.DISCOVERY, document -> document.remove("issuer"));

        assertUnusable("it names the issuer null instead of");
    }

    @Test
    void endpointWithoutTlsIsRefused() {
        for (String endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint")) {
            Consumer<ObjectNode> change = document -> document.put(endpoint, "http://elsewhere.example/x");
            provider.changeJson(Endpoint.DISCOVERY, change);
            assertUnusable("every endpoint must use https (it is http://elsewhere.example/x)");
            removeVenue();
            addVenue();
        }
    }

    @Test
    void missingEndpointIsRefused() {
        provider.changeJson(Endpoint.DISCOVERY, document -> document.remove("token_endpoint"));

        assertUnusable("every endpoint must be a full address");
    }

    @Test
    void pageInsteadOfADocumentIsRefused() {
        provider.change(Endpoint.DISCOVERY, answer -> Answer.of(200, "text/html", "<html><body>Welcome</body></html>"));

        assertUnusable("it is not the JSON document of an OpenID provider");
    }

    @Test
    void emptyDocumentIsRefused() {
        provider.change(Endpoint.DISCOVERY, answer -> Answer.json("null"));

        assertUnusable("it is empty");
    }

    @Test
    void hugeDocumentIsRefused() {
        provider.changeJson(Endpoint.DISCOVERY, document -> document.put("x", "x".repeat(100_000)));

        assertUnusable("cannot be used");
    }

    @Test
    void redirectIsNotFollowed() {
        provider.change(
                Endpoint.DISCOVERY, answer -> Answer.redirect(scene.atelier().url() + "/metadata"));

        assertUnusable("answered 302");
    }

    @Test
    void siteThatIsDownIsRefused() {
        provider.change(Endpoint.DISCOVERY, answer -> Answer.of(503, "text/html", "maintenance"));

        assertThat(findings()).isEmpty();

        assertUnusable("answered 503");

        assertThat(findings()).containsExactly("discovery-unusable");
    }

    @Test
    void serverThatHangsHoldsUpTheFirstMemberForAMomentAndTheNextNotAtAll() {
        provider.change(Endpoint.DISCOVERY, answer -> answer.after(Duration.ofSeconds(60)));
        assertUnusable("did not answer within 5000 ms");

        assertRefused();

        assertThat(provider.requests(Endpoint.DISCOVERY)).hasSize(1);
    }

    @Test
    void manyMembersAtOnceCauseOneReading() throws Exception {
        provider.change(
                Endpoint.DISCOVERY, answer -> Answer.of(500, "text/html", "").after(Duration.ofSeconds(2)));
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            guests.add(new Guest().at(scene.library()));
        }
        ExecutorService people = Executors.newFixedThreadPool(guests.size());
        try {
            List<Future<Guest>> answers = guests.stream()
                    .map(guest -> people.submit(() -> guest.choose(alias)))
                    .toList();
            for (Future<Guest> answer : answers) {
                assertThat(answer.get().visitor().text()).contains("cannot read how to reach your venue");
            }
        } finally {
            people.shutdownNow();
            guests.forEach(Guest::close);
        }
        assertThat(provider.requests(Endpoint.DISCOVERY)).hasSize(1);
    }

    @Test
    void venueThatWasRepairedLetsItsMembersInAgainByItself() {
        provider.change(Endpoint.DISCOVERY, answer -> Answer.of(500, "text/html", ""));
        assertRefused();
        provider.reset();

        await().atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    try (Guest guest = new Guest()) {
                        guest.at(scene.library()).choose(alias);
                        return guest.isInside(scene.library());
                    }
                });
        assertThat(findings()).isEmpty();
    }

    @Test
    void frenchMemberReadsItInFrench() {
        provider.change(Endpoint.DISCOVERY, answer -> Answer.of(500, "text/html", ""));
        try (Guest guest = new Guest("fr")) {
            guest.at(scene.library()).choose(alias);

            assertThat(guest.visitor().text()).contains("La fédération ne peut pas lire");
        }
    }

    private List<String> findings() {
        for (JsonNode venue : scene.federation().interlieux("health").path("venues")) {
            if (venue.path("alias").asText().equals(alias)) {
                return venue.path("findings").findValuesAsText("code");
            }
        }
        throw new AssertionError("health does not name " + alias);
    }

    private void assertUnusable(String logSays) {
        ServerLog log = ServerLog.from(scene.server());
        Instant began = Instant.now();

        assertRefused();

        assertThat(Duration.between(began, Instant.now())).isLessThan(BOUND);
        assertThat(log.text())
                .contains("Venue " + alias + ": its discovery document cannot be used (")
                .contains(logSays);
        assertThat(provider.requests(Endpoint.AUTHORIZE)).isEmpty();
    }

    private void assertRefused() {
        try (Guest guest = new Guest()) {
            guest.at(scene.library()).choose(alias);

            assertThat(guest.visitor().status()).isEqualTo(502);
            assertThat(guest.visitor().text()).contains("cannot read how to reach your venue’s login");
            assertThat(guest.isInside(scene.library())).isFalse();
        }
        assertThat(scene.federation()
                        .events("IDENTITY_PROVIDER_LOGIN_ERROR")
                        .get(0)
                        .getDetails())
                .containsEntry("identity_provider", alias);
        assertThat(scene.federation().members(alias)).isEmpty();
    }
}
