package org.interlieux.it.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interlieux.it.server.ServerDatabase;

/** How PostgreSQL finds visits: its plans for the statements that the server has run, as {@code pg_stat_statements} keeps them. */
final class VisitPlans {
    /** Hibernate writes the table's name so; the benchmark itself and the changes of the schema do not. */
    private static final String TABLE = " INTERLIEUX_VISIT ";

    private static final Pattern SCAN =
            Pattern.compile("(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on|Seq Scan on) (\\w+)");
    private static final Pattern ALIAS = Pattern.compile("\\bve\\d_\\d\\.");
    private static final int SHOWN = 150;

    private final ServerDatabase database;

    VisitPlans(ServerDatabase database) {
        this.database = database;
    }

    /** A row for each of them. */
    Table table() throws SQLException {
        List<String> queries = database
                .firstColumn("select query from pg_stat_statements where query like '%" + TABLE
                        + "%' and query ~ '^(select|update)' order by query")
                .stream()
                .map(String::valueOf)
                .toList();
        Table table = new Table("statement", "found by");
        Set<String> shown = new TreeSet<>();
        try (Connection connection = database.connectPlainly();
                Statement statement = connection.createStatement()) {
            for (String query : queries) {
                if (shown.add(brief(query))) {
                    table.row("`" + brief(query) + "`", scans(statement, query));
                }
            }
        }
        return table;
    }

    private static String scans(Statement statement, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain (generic_plan) " + query)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return SCAN.matcher(plan)
                .results()
                .map(found -> "`" + found.group(1) + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** From the condition on. */
    private static String brief(String query) {
        String verb = query.substring(0, query.indexOf(' ')).toLowerCase(Locale.ROOT);
        String condition = ALIAS.matcher(query.substring(query.indexOf(" where ") + 1))
                .replaceAll("")
                .replace("|", "\\|");
        return verb + " … " + (condition.length() <= SHOWN ? condition : condition.substring(0, SHOWN) + " …");
    }
}
