package org.interlieux.it.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.interlieux.it.server.ServerDatabase;

/** How long a quarter's messages stay with a node that has left without a word. */
final class Leases {
    /** A venue that a sweep took is not taken by another before that. */
    private static final Duration OF_VENUE = Duration.ofMinutes(2);

    /** A message that a node took is not taken by another before that. */
    private static final Duration OF_MESSAGE = Duration.ofSeconds(30);

    private final ServerDatabase database;
    private final String realm;

    Leases(Quarter quarter, ServerDatabase database) {
        this.database = database;
        this.realm = " where realm_id = '" + quarter.realmId() + "'";
    }

    /** Lets the time pass, after a look that it is no longer than that for anything that waits. */
    void runOut() {
        assertThat(database.firstColumn("select r.due_at from interlieux_receiver r join outbox_entry e"
                        + " on e.owner_id = r.venue_id" + realm.replace("realm_id", "e.realm_id")
                        + " and e.status = 'PENDING'"))
                .allMatch(due -> Long.parseLong(String.valueOf(due))
                        <= Instant.now().plus(OF_VENUE).toEpochMilli());
        assertThat(database.firstColumn("select id from outbox_entry" + realm
                        + " and status = 'PENDING' and next_attempt_at > (now() + interval '" + OF_MESSAGE.toSeconds()
                        + "' second) at time zone 'utc'"))
                .isEmpty();
        database.execute("update interlieux_receiver set due_at = due_at - " + OF_VENUE.toMillis() + realm
                + " and due_at < " + Long.MAX_VALUE);
        database.execute("update outbox_entry set next_attempt_at = next_attempt_at - interval '"
                + OF_MESSAGE.toSeconds() + "' second" + realm + " and status = 'PENDING'");
    }
}
