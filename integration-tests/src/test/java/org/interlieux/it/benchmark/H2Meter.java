package org.interlieux.it.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.interlieux.it.server.ServerDatabase;

/** By H2's own statistics of statements, switched on while this is open. */
final class H2Meter implements DatabaseMeter {
    private static final String TOTALS = """
            select coalesce(sum(execution_count), 0), coalesce(sum(cumulative_row_count), 0)
            from information_schema.query_statistics
            where sql_statement not ilike '%query_statistics%'""";

    private final Connection connection;

    H2Meter(ServerDatabase database) throws SQLException {
        connection = database.connect();
        execute("set query_statistics_max_entries 10000");
        reset();
    }

    @Override
    public void reset() {
        execute("set query_statistics false");
        execute("set query_statistics true");
    }

    @Override
    public DatabaseWork read() {
        try (Statement statement = connection.createStatement();
                ResultSet totals = statement.executeQuery(TOTALS)) {
            totals.next();
            return new DatabaseWork(totals.getLong(1), totals.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("set query_statistics false");
        connection.close();
    }
}
