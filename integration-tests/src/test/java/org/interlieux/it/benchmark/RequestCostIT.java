package org.interlieux.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No request loads all venues: ten times as many of them make no request read more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestCostIT {
    /** Its background work seldom runs: it reads venues too, and fills caches that a request is to find empty. */
    @RegisterExtension
    static final OwnKeycloak KEYCLOAK =
            new OwnKeycloak(server -> server.argument("--spi-venue-directory--default--refresh-seconds=60")
                    .argument("--spi-events-listener--venue-newcomers--sweep-seconds=3600")
                    .argument("--spi-events-listener--venue-visits--sweep-millis=3600000")
                    .argument("--spi-events-listener--venue-visits--check-millis=3600000"));

    /** More than a page of the picker holds, so that both federations' pages are full. */
    private static final int FEW = 30;

    private static final int MANY = 300;

    private BenchmarkFederation few;
    private BenchmarkFederation many;

    @BeforeAll
    void fill(KeycloakServer server) {
        few = BenchmarkFederation.with(server, FEW);
        many = BenchmarkFederation.with(server, MANY);
    }

    @AfterAll
    void close() {
        few.close();
        many.close();
    }

    @TestFactory
    Stream<DynamicTest> readsNoMoreRowsWithMoreVenues(KeycloakServer server) {
        return new Requests(few)
                .all().stream()
                        .map(Subject::name)
                        .map(name -> DynamicTest.dynamicTest(name, () -> {
                            DatabaseWork withFew = work(server, few, name);
                            DatabaseWork withMany = work(server, many, name);

                            assertThat(withFew.statements()).isPositive();
                            assertThat(withMany.rows()).isLessThanOrEqualTo(withFew.rows());
                            assertThat(withMany.statements()).isLessThanOrEqualTo(withFew.statements());
                        }));
    }

    /** With empty caches, where everything that a request needs is read. */
    private static DatabaseWork work(KeycloakServer server, BenchmarkFederation federation, String request)
            throws SQLException {
        Activity activity = new Requests(federation)
                .all().stream()
                        .filter(subject -> subject.name().equals(request))
                        .findFirst()
                        .orElseThrow()
                        .activity();
        try (H2Meter meter = new H2Meter(server.database())) {
            return DatabaseWork.of(activity, meter, () -> server.admin()
                    .post(federation.federation().path("/clear-realm-cache"), null));
        }
    }
}
