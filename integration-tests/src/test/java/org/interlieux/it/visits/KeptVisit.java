package org.interlieux.it.visits;

import java.util.List;
import org.interlieux.it.server.ServerDatabase;

/** A visit as the table has it; times are milliseconds since 1970, 0 for none. */
public record KeptVisit(
        String id,
        String openKey,
        String userId,
        String homeAlias,
        String hostAlias,
        int sequence,
        long enteredAt,
        long exitedAt,
        String reason) {

    public static List<KeptVisit> of(ServerDatabase database, String realmId) {
        return database
                .firstColumn(
                        "select concat_ws('|', v.id, v.open_key, v.user_id, home.provider_alias, host.provider_alias,"
                                + " v.change_count, v.entered_at, coalesce(v.exited_at, 0), coalesce(v.exit_reason, '-'))"
                                + " from interlieux_visit v"
                                + " join identity_provider home on home.internal_id = v.home_venue_id"
                                + " join identity_provider host on host.internal_id = v.host_venue_id"
                                + " where v.realm_id = '" + realmId
                                + "' order by v.entered_at, coalesce(v.exited_at, 9000000000000)")
                .stream()
                .map(row -> of(String.valueOf(row).split("\\|")))
                .toList();
    }

    private static KeptVisit of(String[] columns) {
        return new KeptVisit(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                Integer.parseInt(columns[5]),
                Long.parseLong(columns[6]),
                Long.parseLong(columns[7]),
                columns[8]);
    }

    public boolean isOpen() {
        return exitedAt == 0;
    }
}
