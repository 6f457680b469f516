package org.interlieux.it.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.ServerDatabase;

/** The rows of one federation, for tests that let time pass or look at what is left. */
final class VisitRows {
    private final ServerDatabase database;
    private final String realmId;

    private VisitRows(ServerDatabase database, String realmId) {
        this.database = database;
        this.realmId = realmId;
    }

    static VisitRows of(Scene scene) {
        return of(scene.server().database(), scene.federation().name());
    }

    static VisitRows of(ServerDatabase database, String realm) {
        String id = Objects.requireNonNull(database.firstColumn("select id from realm where name = '" + realm + "'")
                .get(0));
        return new VisitRows(database, id);
    }

    String realmId() {
        return realmId;
    }

    /** All that happened to visits happened that much earlier. */
    void pass(Duration time) {
        long millis = time.toMillis();
        database.execute(
                "update interlieux_visit set entered_at = entered_at - " + millis + ", exited_at = exited_at - "
                        + millis + ", closes_at = closes_at - " + millis + ", kept_since = kept_since - " + millis
                        + " where realm_id = '" + realmId + "'");
    }

    /** All that home venues answered, they answered that much earlier. */
    void passSinceAnswers(Duration time) {
        database.execute("update interlieux_last_answer set granted_at = granted_at - " + time.toMillis()
                + " where realm_id = '" + realmId + "'");
    }

    /** All that happened in login sessions happened that much earlier. */
    void passInSessions(Duration time) {
        database.execute("update offline_user_session set created_on = created_on - " + time.toSeconds()
                + ", last_session_refresh = last_session_refresh - " + time.toSeconds() + " where realm_id = '"
                + realmId
                + "'");
    }

    int sessions() {
        return database.firstColumn(
                        "select user_session_id from offline_user_session where realm_id = '" + realmId + "'")
                .size();
    }

    int sessions(String userId) {
        return database.firstColumn("select user_session_id from offline_user_session where user_id = '" + userId + "'")
                .size();
    }

    /** When the latest use of that member's one session was. */
    Instant lastSessionRefresh(String userId) {
        return Instant.ofEpochSecond(Long.parseLong(
                one("select last_session_refresh from offline_user_session where user_id = '" + userId + "'")));
    }

    /** When the one visit began. */
    Instant enteredAt() {
        return Instant.ofEpochMilli(
                Long.parseLong(one("select entered_at from interlieux_visit where realm_id = '" + realmId + "'")));
    }

    int visitsOf(String userId) {
        return database.firstColumn("select id from interlieux_visit where user_id = '" + userId + "'")
                .size();
    }

    /** Whether that member's visit is open, wherever. */
    boolean isInside(String userId) {
        return !database.firstColumn("select id from interlieux_visit where open_key = '" + userId + "'")
                .isEmpty();
    }

    List<String> userIds() {
        return database.firstColumn("select user_id from interlieux_visit where realm_id = '" + realmId + "'").stream()
                .map(String::valueOf)
                .toList();
    }

    /** How many rows our tables and the outbox hold of this federation. */
    int ownRows() {
        return List.of(
                        "interlieux_visit",
                        "interlieux_removed_venue",
                        "interlieux_newcomer",
                        "interlieux_last_answer",
                        "interlieux_answered_venue",
                        "outbox_entry")
                .stream()
                .mapToInt(table -> database.firstColumn(
                                "select realm_id from " + table + " where realm_id = '" + realmId + "'")
                        .size())
                .sum();
    }

    /** Whether the visits or the messages hold that text anywhere. */
    boolean mention(String text) {
        String like = " like '%" + text + "%'";
        return !database.firstColumn("select id from interlieux_visit where concat(id, user_id, open_key)" + like)
                        .isEmpty()
                || !database.firstColumn("select id from outbox_entry where payload" + like + " or metadata" + like
                                + " or correlation_id" + like)
                        .isEmpty();
    }

    /** Has waiting messages sent at once. */
    void retryNow() {
        database.execute(
                "update outbox_entry set next_attempt_at = next_attempt_at - interval '2' hour where realm_id = '"
                        + realmId + "'");
    }

    /** How many visits have ended by themselves and are not closed yet. */
    int overdue() {
        return database.firstColumn("select id from interlieux_visit where realm_id = '" + realmId
                        + "' and closes_at <= " + Instant.now().toEpochMilli())
                .size();
    }

    /** How many messages of this federation are in that state of the outbox. */
    int messages(String state) {
        return database.firstColumn(
                        "select id from outbox_entry where realm_id = '" + realmId + "' and status = '" + state + "'")
                .size();
    }

    int messagesFor(String venueInternalId) {
        return database.firstColumn("select id from outbox_entry where owner_id = '" + venueInternalId + "'")
                .size();
    }

    private String one(String sql) {
        return Objects.requireNonNull(database.firstColumn(sql).get(0));
    }
}
