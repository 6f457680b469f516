package org.interlieux.it.cluster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.interlieux.it.server.ServerDatabase;

/** Rows of PostgreSQL that nobody can change until this is closed: so requests come to stand where a test wants them. */
record HeldRow(ServerDatabase database, Connection connection) implements AutoCloseable {
    static HeldRow of(ServerDatabase database, String table, String column, String value) {
        try {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            try (PreparedStatement row =
                    connection.prepareStatement("select 1 from " + table + " where " + column + " = ? for update")) {
                row.setString(1, value);
                row.executeQuery();
            }
            return new HeldRow(database, connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many transactions wait for another one, be it this or one that waits itself. */
    int waiting() {
        return database.firstColumn("select pid from pg_locks where not granted")
                .size();
    }

    @Override
    public void close() {
        try (connection) {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
