package org.interlieux.it.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Direct access to a server's database, for tests that break it or look behind the admin API. */
public final class ServerDatabase {
    static final String USER = "keycloak";
    static final String PASSWORD = "keycloak";

    private final String url;

    ServerDatabase(String url) {
        this.url = url;
    }

    String url() {
        return url;
    }

    /** In files of the server's own. */
    boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** Close it soon: the server's own connections do not wait forever for locks. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, USER, PASSWORD);
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of each row, as text. */
    public List<@Nullable String> firstColumn(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<@Nullable String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
