package org.interlieux.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LifeOfASiteTest {
    private Path folder;

    @BeforeEach
    void in(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (DemoVenue first = TestSite.start(folder)) {
            int port = first.url().getPort();
            SiteSettings second = new SiteSettings(
                    "Second",
                    "second",
                    "127.0.0.1",
                    port,
                    null,
                    "#000000",
                    true,
                    "en",
                    List.of(),
                    null,
                    null,
                    null,
                    null);
            assertThatThrownBy(() -> DemoVenue.start(second, folder.resolve("second.json")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void aMemberKeepsTheirSubjectThroughARestart() {
        assertThat(subject()).hasSize(39).isEqualTo(subject());
    }

    private String subject() {
        try (DemoVenue venue = TestSite.start(folder)) {
            Visitor visitor = new Visitor(venue);
            String token = visitor.token(TestSite.ADA).path("access_token").asText();
            return Visitor.json(visitor.get(Visitor.OAUTH + "openid_profile", "Authorization", "Bearer " + token))
                    .path("sub")
                    .asText();
        }
    }

    @Test
    void codesAndTokensEndInTime() {
        AtomicLong now = new AtomicLong(System.currentTimeMillis());
        InstantSource time = () -> Instant.ofEpochMilli(now.get());
        Clock clock = time.withZone(ZoneOffset.UTC);
        try (DemoVenue venue = TestSite.start(folder, clock)) {
            Visitor visitor = new Visitor(venue);
            String late = visitor.code(TestSite.ADA, Visitor.authorization("openid"));
            now.addAndGet(Duration.ofMinutes(2).toMillis());
            JsonNode refused = Visitor.json(visitor.submit(
                    Visitor.OAUTH + "get_token",
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "code",
                            late,
                            "redirect_uri",
                            TestSite.REDIRECT_URI,
                            "client_id",
                            TestSite.KEYCLOAK.clientId(),
                            "client_secret",
                            TestSite.KEYCLOAK.clientSecret())));
            assertThat(refused.path("error").asText()).isEqualTo("invalid_grant");

            String token = visitor.token(TestSite.ADA).path("access_token").asText();
            now.addAndGet(Duration.ofMinutes(61).toMillis());
            assertThat(visitor.get(Visitor.OAUTH + "openid_profile", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @Timeout(10)
    void aSiteStopsEvenWhileItIsSlow() {
        DemoVenue venue = TestSite.start(folder);
        venue.misbehaviour().delayAccess(Duration.ofMinutes(1));
        CompletableFuture<?> question = CompletableFuture.runAsync(
                () -> new Visitor(venue).post("/api/method/federated_venue.api.user_access_to_federation", "{}"));
        while (venue.misbehaviour().accessQuestions().isEmpty()) {
            Thread.onSpinWait();
        }
        venue.close();
        assertThat(question.handle((answer, error) -> true).join()).isEqualTo(true);
    }
}
