package org.interlieux.venue.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpUriRequest;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;

class DiscoveryTest {
    private static final String GOOD = """
            {"issuer": "https://op.example", "authorization_endpoint": "https://op.example/authorize",
             "token_endpoint": "https://op.example/token", "jwks_uri": "https://op.example/keys"}""";

    private final SetClock clock = new SetClock();
    private final Discovery discovery = new Discovery(clock);
    private final Provider provider = new Provider();
    private final IdentityProviderModel venue = venue("https://op.example/");

    @Test
    void documentIsReadOnceAndKept() {
        assertThat(read())
                .map(OIDCConfigurationRepresentation::getTokenEndpoint)
                .contains("https://op.example/token");
        assertThat(read()).isPresent();
        assertThat(provider.requests).hasValue(1);

        clock.pass(Duration.ofMinutes(11));

        assertThat(read()).isPresent();
        assertThat(provider.requests).hasValue(2);
    }

    @Test
    void failureIsRememberedForAMomentOnly() {
        provider.body = "<html>";
        assertThat(read()).isEmpty();
        provider.body = GOOD;
        clock.pass(Duration.ofSeconds(14));
        assertThat(read()).isEmpty();
        assertThat(provider.requests).hasValue(1);

        clock.pass(Duration.ofSeconds(2));

        assertThat(read()).isPresent();
    }

    @Test
    void lastProblemIsKeptUntilAReadingSucceeds() {
        assertThat(discovery.problem(venue)).isEmpty();
        provider.body = "null";
        read();
        Instant failed = clock.instant();
        clock.pass(Duration.ofHours(1));
        assertThat(discovery.problem(venue)).contains(new DiscoveryProblem(failed, "it is empty"));

        provider.body = GOOD;
        read();

        assertThat(discovery.problem(venue)).isEmpty();
    }

    @Test
    void problemNamesAForeignIssuerWithoutControlCharacters() {
        provider.body = GOOD.replace("\"https://op.example\"", "\"https://evil.example\\nERROR\"");

        assertThat(read()).isEmpty();

        assertThat(discovery.problem(venue))
                .map(DiscoveryProblem::text)
                .contains("it names the issuer https://evil.example ERROR instead of https://op.example");
    }

    @Test
    void manyWhoComeAtOnceCauseOneReading() throws Exception {
        provider.gate = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<OIDCConfigurationRepresentation>>> members = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                members.add(threads.submit(this::read));
            }
            provider.gate.countDown();
            for (Future<Optional<OIDCConfigurationRepresentation>> member : members) {
                assertThat(member.get()).isPresent();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(provider.requests).hasValue(1);
    }

    @Test
    void venueWithoutDiscoveryUrlIsNeverAsked() {
        assertThat(discovery.of(venue(" "), provider)).isEmpty();
        assertThat(provider.requests).hasValue(0);
    }

    private Optional<OIDCConfigurationRepresentation> read() {
        return discovery.of(venue, provider);
    }

    private static IdentityProviderModel venue(String discoveryUrl) {
        IdentityProviderModel model = new IdentityProviderModel();
        model.setAlias("plain");
        model.getConfig().put("discoveryUrl", discoveryUrl);
        return model;
    }

    private static final class Provider implements GuardedHttp {
        private final AtomicInteger requests = new AtomicInteger();
        private volatile String body = GOOD;
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public HttpAnswer send(HttpUriRequest request, Duration total) throws IOException {
            requests.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new HttpAnswer(200, null, body);
        }

        @Override
        public HttpClient client() {
            throw new UnsupportedOperationException();
        }
    }

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-20T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
