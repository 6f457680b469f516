package org.interlieux.it.server;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** The database server that {@code docker-compose.yml} uses, on loopback, its data in memory. Ends with this JVM. */
final class PostgresContainer {
    private static final String DATABASE = "keycloak";

    private PostgresContainer() {}

    /** Returns when the empty database takes connections. */
    static ServerDatabase start() {
        int port = FreePorts.next();
        GenericContainer<?> container = container(port);
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "end-postgres"));
        ServerDatabase database = new ServerDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE);
        await("PostgreSQL").atMost(Duration.ofMinutes(1)).until(() -> answers(database));
        return database;
    }

    private static GenericContainer<?> container(int port) {
        return new GenericContainer<>(DockerImageName.parse(System.getProperty("interlieux.postgres-image")))
                .withNetworkMode("host")
                .withEnv("POSTGRES_DB", DATABASE)
                .withEnv("POSTGRES_USER", ServerDatabase.USER)
                .withEnv("POSTGRES_PASSWORD", ServerDatabase.PASSWORD)
                .withTmpFs(Map.of("/var/lib/postgresql/data", "rw"))
                .withCommand("postgres", "-c", "listen_addresses=127.0.0.1", "-p", Integer.toString(port));
    }

    private static boolean answers(ServerDatabase database) {
        try (Connection connection = database.connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
