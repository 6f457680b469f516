package org.interlieux.it.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;

/** A federation of venues for which messages wait, put there behind the server's back, all in one transaction. */
final class Mailing implements AutoCloseable {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Duration ANSWERED_AFTER = Duration.ofMillis(50);
    private static final String BODY = "{\"type\":\"visit.entry\",\"text\":\"" + "x".repeat(500) + "\"}";

    private final KeycloakServer server;
    private final Federation federation;
    private final Mailbox mailbox = new Mailbox(ANSWERED_AFTER, letter -> {});
    private final List<String> aliases;
    private int mailings;

    Mailing(KeycloakServer server, int venues) {
        this.server = server;
        this.federation = Federation.create(server);
        this.aliases = IntStream.range(0, venues).mapToObj(i -> "mail-" + i).toList();
        aliases.forEach(alias -> federation.add(VenueSettings.hostOnly(alias).with("webhookUrl", mailbox.url(alias))));
    }

    /** How long it takes to send so many messages to each venue. */
    long nanosToAll(int perVenue) {
        return nanos(perVenue, aliases, Set.of());
    }

    /** The same without the first venues. */
    long nanosWithout(int leftOut, int perVenue) {
        return nanos(perVenue, aliases.subList(leftOut, aliases.size()), Set.of());
    }

    /** The same while messages wait for the first venues as well, which never answer. */
    long nanosWhileHanging(int hanging, int perVenue) {
        return nanos(perVenue, aliases, Set.copyOf(aliases.subList(0, hanging)));
    }

    private long nanos(int perVenue, List<String> venues, Set<String> hanging) {
        mailbox.hang(hanging);
        Round round = mailbox.expect((venues.size() - hanging.size()) * perVenue);
        enqueue(perVenue, venues);
        long took = round.await(MOST);
        mailbox.recover();
        awaitNothingWaiting();
        return took;
    }

    /** How long Keycloak's own drainer takes to send so many messages, to all venues in turn. */
    long sequentialNanos(int messages) {
        Round round = mailbox.expect(messages);
        String urls =
                aliases.stream().map(alias -> "'" + mailbox.url(alias) + "'").collect(Collectors.joining(","));
        server.database()
                .execute("insert into outbox_entry (id, entry_kind, realm_id, owner_id, correlation_id, entry_type,"
                        + " payload, metadata, status, attempts, next_attempt_at, created_at)"
                        + " select gen_random_uuid()::text, 'sequence', 'none', 'mail', gen_random_uuid()::text,"
                        + " 'visit.entry', '" + BODY + "', (array[" + urls + "])[n % " + aliases.size()
                        + " + 1], 'PENDING', 0, now() at time zone 'utc', now() at time zone 'utc' from"
                        + " generate_series(1, " + messages + ") n");
        int sent = drainInSequence();
        if (sent != messages) {
            throw new IllegalStateException("Keycloak's drainer sent " + sent + " messages, not " + messages);
        }
        long took = round.await(MOST);
        server.database().execute("delete from outbox_entry where entry_kind = 'sequence'");
        return took;
    }

    private int drainInSequence() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(federation.url() + "/sequential-drainer"))
                .timeout(MOST)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Keycloak's drainer: " + answer.statusCode() + " " + answer.body());
            }
            return Integer.parseInt(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets messages wait for one venue that hangs, and returns when that was found out. */
    void leaveWaiting(int messages) {
        mailbox.hang(Set.copyOf(aliases));
        enqueue(messages, aliases.subList(0, 1));
        await().atMost(MOST).until(() -> !column("select venue_id from interlieux_receiver where failures > 0")
                .isEmpty());
    }

    private void awaitNothingWaiting() {
        try {
            await().atMost(MOST)
                    .until(() -> column("select id from outbox_entry where status = 'PENDING' and entry_kind in (select"
                                    + " 'visit-' || venue from (" + venues() + ") v) limit 1")
                            .isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(
                    "After all venues have recovered, still waiting: "
                            + column("select r.venue_id || ' ' || standing || ' due in ' || (due_at - 1000 * extract("
                                    + "epoch from now()))::bigint || ' ms, failures ' || failures || ', waiting '"
                                    + " || count(*) from interlieux_receiver r join outbox_entry e on e.entry_kind ="
                                    + " 'visit-' || r.venue_id where status = 'PENDING' group by r.venue_id"),
                    e);
        }
        forgetMessages();
    }

    private void forgetMessages() {
        server.database()
                .execute("delete from outbox_entry where entry_kind in (select 'visit-' || venue from (" + venues()
                        + ") v)");
    }

    private List<String> column(String sql) {
        return server.database().firstColumn(sql).stream().map(String::valueOf).toList();
    }

    private String venues() {
        return "select i.internal_id as venue, i.realm_id as realm, i.provider_alias as alias from identity_provider i"
                + " join realm r on r.id = i.realm_id where r.name = '" + federation.name() + "'";
    }

    private void enqueue(int perVenue, List<String> chosen) {
        mailings++;
        String to = " from (" + venues() + ") v%s where alias in ("
                + chosen.stream().map(alias -> "'" + alias + "'").collect(Collectors.joining(",")) + ")";
        inOneTransaction(
                "insert into outbox_entry (id, entry_kind, realm_id, owner_id, container_id, correlation_id, entry_type,"
                        + " payload, status, attempts, next_attempt_at, created_at) select gen_random_uuid()::text,"
                        + " 'visit-' || venue, realm, venue, 'v' || n, '" + mailings
                        + "-' || n || ':1:0', 'visit.entry', '"
                        + BODY + "', 'PENDING', 0, now() at time zone 'utc', now() at time zone 'utc'"
                        + to.formatted(", generate_series(1, " + perVenue + ") n"),
                "insert into interlieux_receiver (venue_id, realm_id, standing, due_at, failures, tidy_at)"
                        + " select venue, realm, 'OK', 0, 0, 9223372036854775807" + to.formatted("")
                        + " on conflict (venue_id) do update set due_at = 0");
    }

    private void inOneTransaction(String... statements) {
        try (Connection connection = server.database().connect();
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

    /** Returns when the server has nothing more to clear away: whoever counts its statements next would count that too. */
    @Override
    public void close() {
        forgetMessages();
        federation.remove();
        mailbox.close();
        await().atMost(MOST).until(() -> column("select venue_id from interlieux_receiver where standing = 'GONE'")
                .isEmpty());
    }
}
