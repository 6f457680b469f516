package org.interlieux.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interlieux.it.server.ServerDatabase;

/**
 * How PostgreSQL finds visits: its plans for the queries that the server has run, as {@code pg_stat_statements} keeps them. That has
 * taken the values out of them; here they get those of the latest visit, and the last month.
 */
final class VisitPlans {
    /** Hibernate writes the table's name so; the benchmark itself and the changes of the schema do not. */
    private static final String QUERIES =
            "select query from pg_stat_statements where query like 'select % INTERLIEUX_VISIT %' order by query";

    private static final Pattern SCAN =
            Pattern.compile("(?:Index(?: Only)? Scan(?: Backward)? using|Bitmap Index Scan on|Seq Scan on) (\\w+)");
    private static final Pattern ALIAS = Pattern.compile("\\bve\\d_\\d\\.");
    private static final Pattern VALUE = Pattern.compile("(\\w+)(>=|<=|=|>|<| )\\$\\d+");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MOST_ROWS = 101;
    private static final int SHOWN = 150;

    private final ServerDatabase database;

    VisitPlans(ServerDatabase database) {
        this.database = database;
    }

    /** A row for each of those that only need such values. */
    Table table() {
        Table table = new Table("query", "found by");
        Map<String, String> values = latestVisit();
        Set<String> shown = new TreeSet<>();
        for (String query : column(QUERIES)) {
            String filled = VALUE.matcher(query).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
            if (!filled.contains("$") && shown.add(brief(query))) {
                table.row("`" + brief(query) + "`", scans(filled));
            }
        }
        return table;
    }

    private Map<String, String> latestVisit() {
        return List.of("ID", "REALM_ID", "USER_ID", "HOME_VENUE_ID", "HOST_VENUE_ID", "OPEN_KEY").stream()
                .collect(Collectors.toMap(column -> column, column -> column(
                                "select " + column + " from interlieux_visit where closes_at is null"
                                        + " order by entered_at desc limit 1")
                        .get(0)));
    }

    /** Up to now; nothing closed, which has no time to close at. What else may be asked for stays open. */
    private static String value(MatchResult found, Map<String, String> latest) {
        String column = found.group(1);
        String comparison = found.group(2);
        String value =
                switch (column) {
                    case "first" -> Integer.toString(MOST_ROWS);
                    case "CLOSES_AT" -> comparison.equals("<=") ? Long.toString(System.currentTimeMillis()) : "0";
                    case "ENTERED_AT" ->
                        Long.toString(System.currentTimeMillis() - (comparison.equals("<") ? 0 : MONTH.toMillis()));
                    default -> latest.containsKey(column) ? "'" + latest.get(column) + "'" : "";
                };
        return value.isEmpty() ? found.group() : column + comparison + value;
    }

    private String scans(String query) {
        return SCAN.matcher(String.join("\n", column("explain " + query)))
                .results()
                .map(found -> "`" + found.group(1) + "`")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** From the condition on. */
    private static String brief(String query) {
        String condition = ALIAS.matcher(query.substring(query.indexOf(" where ") + 1))
                .replaceAll("")
                .replace("|", "\\|");
        return condition.length() <= SHOWN ? condition : condition.substring(0, SHOWN) + " …";
    }

    private List<String> column(String sql) {
        return database.firstColumn(sql).stream().map(String::valueOf).toList();
    }
}
