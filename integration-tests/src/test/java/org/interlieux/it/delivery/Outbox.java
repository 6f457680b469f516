package org.interlieux.it.delivery;

import java.time.Duration;
import java.util.List;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.server.ServerDatabase;

/** What the database holds of the messages of one venue. */
record Outbox(ServerDatabase database, String venueId) {
    private static final long NEVER = Long.MAX_VALUE;

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

    /** How often each message was tried, the oldest first. */
    List<Integer> attempts() {
        return column("select attempts from outbox_entry where entry_kind = 'visit-" + venueId
                        + "' order by created_at")
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** How many attempts in a row have failed, whatever was sent. */
    int failures() {
        return column("select failures from interlieux_receiver where venue_id = '" + venueId + "'").stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /** How long the venue is left alone from now on. */
    Duration dueIn() {
        long at = column("select due_at from interlieux_receiver where venue_id = '" + venueId + "'").stream()
                .mapToLong(Long::parseLong)
                .sum();
        return Duration.ofMillis(at - System.currentTimeMillis());
    }

    /** All that happened to the messages and their receiver happened that much earlier, and what is to come comes so much earlier. */
    void pass(Duration time) {
        String seconds = " - interval '" + time.toSeconds() + "' second";
        database.execute("update outbox_entry set created_at = created_at" + seconds
                + ", next_attempt_at = next_attempt_at" + seconds + " where entry_kind = 'visit-" + venueId + "'");
        long millis = time.toMillis();
        database.execute("update interlieux_receiver set success_at = success_at - " + millis
                + ", failed_since = failed_since - " + millis + " where venue_id = '" + venueId + "'");
        database.execute("update interlieux_receiver set due_at = due_at - " + millis + " where venue_id = '" + venueId
                + "' and due_at < " + NEVER);
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
