package org.interlieux.it.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every column of every table of a database, Keycloak's and ours. */
public record AllTables(ServerDatabase database) {

    /** Which columns hold one of these texts somewhere, as {@code table.column} in small letters. */
    public Set<String> holding(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.connect()) {
            for (String table : tables(connection)) {
                search(connection, table, texts, found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static void search(Connection connection, String table, Collection<String> texts, Set<String> found)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    String value = rows.getString(column);
                    if (value != null && texts.stream().anyMatch(value::contains)) {
                        found.add((table + "." + rows.getMetaData().getColumnName(column)).toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
    }
}
