package org.interlieux.it.delivery;

import java.time.Duration;
import java.util.List;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.server.ServerDatabase;

/** What the database holds of the messages of one venue. */
record Outbox(ServerDatabase database, String venueId) {

    static Outbox of(Federation federation, String alias) {
        return new Outbox(
                federation.server().database(),
                federation
                        .realm()
                        .identityProviders()
                        .get(alias)
                        .toRepresentation()
                        .getInternalId());
    }

    /** The state of each message, one word each. */
    List<String> states() {
        return column("select status from outbox_entry where entry_kind = 'visit-" + venueId + "'");
    }

    /** How it stands with the venue; empty when nothing is remembered of it. */
    List<String> standing() {
        return column("select standing from interlieux_receiver where venue_id = '" + venueId + "'");
    }

    /** As if it had been failing for so much longer. */
    void failingLonger(Duration time) {
        database.execute("update interlieux_receiver set failed_since = failed_since - " + time.toMillis()
                + " where venue_id = '" + venueId + "'");
    }

    /** The next probe is due. */
    void probeNow() {
        database.execute("update interlieux_receiver set due_at = 0 where venue_id = '" + venueId + "'");
    }

    /** As if every message that is done had been for so many days. */
    void doneLonger(int days) {
        database.execute("update outbox_entry set next_attempt_at = next_attempt_at - interval '" + days
                + "' day where entry_kind = 'visit-" + venueId + "' and status <> 'PENDING'");
        database.execute("update interlieux_receiver set tidy_at = 0 where venue_id = '" + venueId + "'");
    }

    private List<String> column(String sql) {
        return database.firstColumn(sql).stream().map(String::valueOf).toList();
    }
}
