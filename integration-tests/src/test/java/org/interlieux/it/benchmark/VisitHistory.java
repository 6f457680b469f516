package org.interlieux.it.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.server.ServerDatabase;

/**
 * Closed visits of a federation, many in the server's own table and few in one that is like it. The server sees one of the two at a
 * time, under the same name, so that runs with few and many can alternate.
 */
final class VisitHistory {
    /** In both tables: those of the last day. */
    static final int RECENT_PER_VENUE = 10;

    private static final String SHOWN = "interlieux_visit";
    private static final String COLUMNS = "id, realm_id, user_id, home_venue_id, host_venue_id, client_id, open_key,"
            + " change_count, entered_at, exited_at, exit_reason, exit_estimated, channel, access_rule, kept_since";

    private final ServerDatabase database;
    private final Federation federation;
    private Size shown = Size.MANY;

    /** Which of the two tables. */
    enum Size {
        FEW,
        MANY;

        String hidden() {
            return "visits_" + name();
        }
    }

    /**
     * Writes them behind the server's back.
     *
     * @param venues with what the aliases of those venues begin that take turns as home and host
     */
    VisitHistory(Federation federation, String venues, int few, int many) {
        this.federation = federation;
        database = federation.server().database();
        database.execute("create table " + Size.FEW.hidden() + " (like " + SHOWN + " including all)");
        fill(Size.FEW.hidden(), venues, few);
        fill(SHOWN, venues, many);
        database.execute("analyze " + Size.FEW.hidden() + ", " + SHOWN);
    }

    /** What the server sees from now on. */
    void show(Size size) {
        if (size != shown) {
            inOneTransaction(
                    "alter table " + SHOWN + " rename to " + shown.hidden(),
                    "alter table " + size.hidden() + " rename to " + SHOWN);
            shown = size;
        }
    }

    /** How often all rows of the table with many visits were read one by one. */
    long sequentialScans() {
        return Long.parseLong(String.valueOf(
                database.firstColumn("select seq_scan from pg_stat_user_tables where relname = '" + SHOWN + "'")
                        .get(0)));
    }

    /** Evenly over the time from 170 days to two days ago, and some of the last day; members are at home at their venue. */
    private void fill(String table, String venues, int visits) {
        long now = System.currentTimeMillis();
        long day = 86_400_000L;
        int count = Integer.parseInt(
                String.valueOf(database.firstColumn("select count(*) from (" + numbered(venues) + ") v")
                        .get(0)));
        int recent = RECENT_PER_VENUE * count;
        insert(table, venues, count, visits - recent, now - 170 * day, 168 * day);
        insert(table, venues, count, recent, now - 22 * day / 24, 20 * day / 24);
    }

    private void insert(String table, String venues, int count, int visits, long from, long millis) {
        String guests =
                "select id, row_number() over (order by username) - 1 as number from user_entity where realm_id ="
                        + " (select id from realm where name = '" + federation.name()
                        + "') and username like 'guest-%'";
        database.execute("insert into " + table + " (" + COLUMNS + ") select n.id, home.realm_id, guest.id, home.id,"
                + " host.id, 'door', n.id, 2, n.at, n.at + 3600000, 'badge', false, 'login', 'all-members', n.at + 3600000"
                + " from (select gen_random_uuid()::text as id, i, " + from + " + i::bigint * " + millis + " / "
                + visits
                + " as at from generate_series(0, " + (visits - 1) + ") i) n"
                + " join (" + numbered(venues) + ") home on home.number = n.i % " + count
                + " join (" + numbered(venues) + ") host on host.number = (n.i + 1 + n.i / " + count + " % "
                + (count - 2)
                + ") % " + count
                + " join (" + guests + ") guest on guest.number = n.i % (select count(*) from (" + guests + ") g)");
    }

    private String numbered(String venues) {
        return "select i.internal_id as id, i.realm_id, row_number() over (order by i.provider_alias) - 1 as number"
                + " from identity_provider i join realm r on r.id = i.realm_id where r.name = '" + federation.name()
                + "' and i.provider_alias like '" + venues + "%'";
    }

    private void inOneTransaction(String... statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
