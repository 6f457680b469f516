package org.interlieux.it.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.interlieux.it.Directories;

/** A real PostgreSQL on loopback with an empty database for Keycloak. Ends at the latest with this JVM. */
public final class Postgres implements AutoCloseable {
    private static final String DATABASE = "keycloak";

    /** Counts statements and rows. */
    private static final String STATISTICS = "pg_stat_statements";

    private final Path data;
    private EmbeddedPostgres process;

    private Postgres(Path data) throws IOException {
        this.data = data;
        this.process = builder(data).start();
    }

    /** Forgets what an earlier one of that name held. */
    public static Postgres start(String name) {
        Path data = work().resolve(name);
        KeycloakHome.forget(data);
        try {
            Postgres postgres = new Postgres(data);
            postgres.makeDatabase();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    private static Path work() {
        return Directories.work().resolve("postgres");
    }

    private static EmbeddedPostgres.Builder builder(Path data) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(work().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("shared_preload_libraries", STATISTICS);
    }

    /** Cuts off whoever is connected. What they committed stays, until {@link #startAgain}. */
    public void stop() {
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** With the same data at the same address. */
    public void startAgain() {
        try {
            process = builder(data).setPort(process.getPort()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start again", e);
        }
    }

    private void makeDatabase() throws SQLException {
        try (Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create role " + ServerDatabase.USER + " login password '" + ServerDatabase.PASSWORD + "'");
            statement.execute("create database " + DATABASE + " owner " + ServerDatabase.USER);
        }
        try (Connection connection = process.getDatabase("postgres", DATABASE).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension " + STATISTICS);
        }
    }

    ServerDatabase database() {
        return new ServerDatabase("jdbc:postgresql://localhost:" + process.getPort() + "/" + DATABASE);
    }

    @Override
    public void close() {
        stop();
        KeycloakHome.forget(data);
    }
}
