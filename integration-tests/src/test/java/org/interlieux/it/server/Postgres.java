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

    private final EmbeddedPostgres process;

    private Postgres(EmbeddedPostgres process) {
        this.process = process;
    }

    /** Forgets what an earlier one of that name held. */
    public static Postgres start(String name) {
        Path work = Directories.work().resolve("postgres");
        try {
            Postgres postgres = new Postgres(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(work.toFile())
                    .setDataDirectory(work.resolve(name))
                    .setServerConfig("shared_preload_libraries", STATISTICS)
                    .start());
            postgres.makeDatabase();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
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
        try {
            process.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }
}
