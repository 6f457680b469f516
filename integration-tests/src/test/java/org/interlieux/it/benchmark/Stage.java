package org.interlieux.it.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.Postgres;
import org.interlieux.it.server.ProviderJar;

/** A server for the benchmark alone, with its realms, which are made when they are asked for. */
final class Stage implements AutoCloseable {
    /** The same from start to end, so that a growing heap does not look like a slow request. */
    static final String HEAP = "-Xms1g -Xmx1g";

    private final Postgres postgres;
    private final KeycloakServer server;
    private final BenchmarkOptions options;
    private final Map<Integer, BenchmarkFederation> federations = new LinkedHashMap<>();
    private final Map<Integer, StockRealm> stockRealms = new LinkedHashMap<>();

    private Stage(Postgres postgres, KeycloakServer server, BenchmarkOptions options) {
        this.postgres = postgres;
        this.server = server;
        this.options = options;
    }

    /**
     * As in production: optimized, all compilers, no debug log. Tests start faster and log more. What looks for venues to be asked
     * looks more often, so that the benchmark waits less.
     */
    static Stage start(BenchmarkOptions options) {
        Postgres postgres = Postgres.start("benchmark");
        try {
            KeycloakServer server = KeycloakServer.options()
                    .name("benchmark")
                    .fresh()
                    .database(postgres)
                    .provider(sequentialDrainer())
                    .argument("--log-level=info,io.smallrye.health:error")
                    .argument("--spi-required-action--venue-arrival--max-entries=1000000")
                    .argument("--spi-events-listener--venue-visits--check-millis=1000")
                    .environment("JAVA_OPTS_KC_HEAP", HEAP)
                    .environment("JAVA_OPTS_APPEND", "")
                    .start();
            return new Stage(postgres, server, options);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** Does nothing until it is asked. */
    private static Path sequentialDrainer() {
        try (InputStream source = Stage.class.getResourceAsStream("/benchmark/SequentialDrainer.java")) {
            return new ProviderJar(
                            new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8),
                            "org.interlieux.benchmark.SequentialDrainer",
                            "META-INF/services/org.keycloak.services.resource.RealmResourceProviderFactory",
                            List.of(
                                    "org.keycloak.keycloak-",
                                    "jakarta.",
                                    "org.hibernate.orm.",
                                    "org.apache.httpcomponents."))
                    .make("sequential-drainer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    KeycloakServer server() {
        return server;
    }

    BenchmarkOptions options() {
        return options;
    }

    BenchmarkFederation federation(int venues) {
        return federations.computeIfAbsent(venues, number -> BenchmarkFederation.with(server, number));
    }

    /** Of all sizes, smallest first. */
    List<BenchmarkFederation> federations() {
        return options.sizes().stream().map(this::federation).toList();
    }

    List<StockRealm> stockRealms() {
        return options.sizes().stream()
                .map(size -> stockRealms.computeIfAbsent(size, number -> StockRealm.with(server, number)))
                .toList();
    }

    /** As on a server that was just started, or whose caches something else has filled. */
    void emptyCaches() {
        server.admin().post("/realms/master/clear-realm-cache", null);
    }

    @Override
    public void close() {
        federations.values().forEach(BenchmarkFederation::close);
        server.close();
        postgres.close();
    }
}
