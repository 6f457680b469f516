package org.interlieux.it.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.interlieux.it.Directories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table in docs/webhooks.md keeps the latest state, in whatever order and however often messages come. */
class VisitTableIT {
    private static final String EXITED = "2026-11-20T16:41:00.120Z";

    private static final String TABLE = Guide.read().file("federation_visit.sql");
    private static final String KEEP = Guide.read().file("keep.sql");

    @Test
    void postgres() throws IOException, SQLException {
        Path work = Directories.work().resolve("postgres");
        try (EmbeddedPostgres process = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(work.toFile())
                        .start();
                Connection connection = process.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            for (String visit : List.of("in order", "overtaken")) {
                keep(connection, visit, visit.equals("overtaken"));
                keep(connection, visit, visit.equals("in order"));
                keep(connection, visit, false);
            }
            try (ResultSet rows = statement.executeQuery("select sequence, exited_at from federation_visit")) {
                for (int row = 0; row < 2; row++) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt(1)).isEqualTo(2);
                    assertThat(rows.getString(2)).isEqualTo(EXITED);
                }
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void sqlite(@TempDir Path directory) throws IOException {
        Interpreter.PYTHON.require();
        Files.writeString(directory.resolve("federation_visit.sql"), TABLE);
        Files.writeString(directory.resolve("keep.sql"), KEEP);

        assertThat(Interpreter.PYTHON.run(directory, "sqlite_cases.py", EXITED).strip())
                .isEqualTo("[('in order', 2, '" + EXITED + "'), ('overtaken', 2, '" + EXITED + "')]");
    }

    private static void keep(Connection connection, String visit, boolean left) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, visit);
            insert.setInt(2, left ? 2 : 1);
            insert.setString(3, "member");
            insert.setString(4, "atelier");
            insert.setString(5, "fabrique");
            insert.setString(6, "2026-11-20T08:03:12.345Z");
            insert.setString(7, left ? EXITED : null);
            insert.setString(8, left ? "logout" : null);
            insert.execute();
        }
    }
}
