package org.interlieux.it.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.interlieux.it.server.ServerDatabase;

/** By PostgreSQL's {@code pg_stat_statements}, which counts each statement when it ends. */
final class PostgresMeter implements DatabaseMeter {
    private static final String TOTALS = """
            select coalesce(sum(calls), 0), coalesce(sum(rows), 0)
            from pg_stat_statements
            where query not like '%pg_stat_statements%'""";

    private final Connection connection;
    private DatabaseWork before;

    PostgresMeter(ServerDatabase database) throws SQLException {
        connection = database.connect();
        before = totals();
    }

    @Override
    public void reset() {
        before = totals();
    }

    @Override
    public DatabaseWork read() {
        DatabaseWork now = totals();
        return new DatabaseWork(now.statements() - before.statements(), now.rows() - before.rows());
    }

    private DatabaseWork totals() {
        try (Statement statement = connection.createStatement();
                ResultSet totals = statement.executeQuery(TOTALS)) {
            totals.next();
            return new DatabaseWork(totals.getLong(1), totals.getLong(2));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
