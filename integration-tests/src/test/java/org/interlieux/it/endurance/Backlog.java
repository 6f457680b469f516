package org.interlieux.it.endurance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.interlieux.it.delivery.Receiver;
import org.interlieux.it.delivery.Receiver.Answer;
import org.interlieux.it.delivery.Receiver.Received;
import org.interlieux.it.server.ServerDatabase;

/** Many messages that wait for each site of a quarter, put there behind the servers' back. */
final class Backlog {
    private static final Duration PER_ANSWER = Duration.ofMillis(20);

    private final ServerDatabase database;
    private final String realm;
    private final List<Receiver> sites;
    private final int messages;

    private Backlog(Quarter quarter, ServerDatabase database, int messagesPerSite) {
        this.database = database;
        this.realm = " where realm_id = '" + quarter.realmId() + "'";
        this.sites = quarter.doors().stream().map(Door::site).toList();
        this.messages = messagesPerSite * sites.size();
    }

    /** Sites take their time to answer, so that it lasts. */
    static Backlog of(Quarter quarter, ServerDatabase database, int messagesPerSite) {
        Backlog backlog = new Backlog(quarter, database, messagesPerSite);
        backlog.sites.forEach(site -> site.answer(request -> {
            LockSupport.parkNanos(PER_ANSWER.toNanos());
            return Answer.status(204);
        }));
        backlog.enqueue(messagesPerSite);
        return backlog;
    }

    private void enqueue(int messagesPerSite) {
        database.execute("insert into outbox_entry (id, entry_kind, realm_id, owner_id, container_id, correlation_id,"
                + " entry_type, payload, status, attempts, next_attempt_at, created_at) select gen_random_uuid()::text,"
                + " 'visit-' || internal_id, realm_id, internal_id, 'v' || n, 'v' || n || ':1:0', 'visit.entry', '{}',"
                + " 'PENDING', 0, now() at time zone 'utc', now() at time zone 'utc'"
                + " from identity_provider cross join generate_series(1, " + messagesPerSite + ") n" + realm);
        database.execute("insert into interlieux_receiver (venue_id, realm_id, standing, due_at, failures, tidy_at)"
                + " select internal_id, realm_id, 'OK', 0, 0, 9223372036854775807 from identity_provider" + realm);
    }

    boolean hasArrived() {
        return arrived() - arrivedAgain() == messages;
    }

    int arrived() {
        return sites.stream().mapToInt(site -> site.accepted().size()).sum();
    }

    /** How many of the messages that arrived had arrived before. */
    int arrivedAgain() {
        return arrived()
                - (int) sites.stream()
                        .flatMap(site -> site.accepted().stream())
                        .map(Received::webhookId)
                        .distinct()
                        .count();
    }
}
