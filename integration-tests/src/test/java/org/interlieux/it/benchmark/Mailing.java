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
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;

/** A federation of venues for which messages wait, put there behind the server's back, all in one transaction. */
final class Mailing implements AutoCloseable {
    private static final Duration MOST = Duration.ofMinutes(5);
    private static final String BODY = "{\"type\":\"visit.entry\",\"text\":\"" + "x".repeat(500) + "\"}";

    private final KeycloakServer server;
    private final Federation federation;
    private final Mailbox mailbox = new Mailbox();
    private final List<String> aliases;

    Mailing(KeycloakServer server, int venues) {
        this.server = server;
        this.federation = Federation.create(server);
        this.aliases = IntStream.range(0, venues).mapToObj(i -> "mail-" + i).toList();
        aliases.forEach(alias -> federation.add(VenueSettings.hostOnly(alias).with("webhookUrl", mailbox.url(alias))));
    }

    /** How long it takes until all messages of those venues that answer are there. */
    long sendNanos(int messagesPerVenue, int hangingVenues) {
        Set<String> hanging = aliases.stream().limit(hangingVenues).collect(Collectors.toSet());
        mailbox.hang(hanging);
        mailbox.expect((aliases.size() - hanging.size()) * messagesPerVenue);
        enqueue(messagesPerVenue, "kind is not null");
        long start = System.nanoTime();
        mailbox.await(MOST);
        long took = System.nanoTime() - start;
        clear();
        return took;
    }

    /** As {@link #sendNanos} with nobody hanging, but for the venues after the first few only. */
    long sendToOthersNanos(int messagesPerVenue, int leftOut) {
        mailbox.hang(Set.of());
        mailbox.expect((aliases.size() - leftOut) * messagesPerVenue);
        enqueue(messagesPerVenue, "kind not in (" + quoted(leftOut) + ")");
        long start = System.nanoTime();
        mailbox.await(MOST);
        long took = System.nanoTime() - start;
        clear();
        return took;
    }

    /** Lets messages wait for one venue that hangs, and returns when that was found out. */
    void leaveWaiting(int messages) {
        mailbox.hang(Set.copyOf(aliases));
        enqueue(messages, "kind = 'mail-0'");
        await().atMost(MOST).until(() -> !server.database()
                .firstColumn("select venue_id from interlieux_receiver where failures > 0")
                .isEmpty());
    }

    /** One message after another by a bare client: no drainer that sends in sequence is faster than that. */
    long sequentialNanos(int messages) {
        mailbox.hang(Set.of());
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(mailbox.url(aliases.get(i % aliases.size()))))
                    .POST(HttpRequest.BodyPublishers.ofString(BODY))
                    .build();
            try {
                client.send(request, HttpResponse.BodyHandlers.discarding());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return System.nanoTime() - start;
    }

    private String quoted(int venues) {
        return aliases.stream().limit(venues).map(alias -> "'" + alias + "'").collect(Collectors.joining(","));
    }

    private void enqueue(int messagesPerVenue, String condition) {
        String venues =
                "(select i.internal_id as venue, i.realm_id as realm, i.provider_alias as kind from identity_provider i"
                        + " join realm r on r.id = i.realm_id where r.name = '" + federation.name()
                        + "' and i.provider_alias like 'mail-%') v";
        inOneTransaction(
                "insert into outbox_entry (id, entry_kind, realm_id, owner_id, container_id, correlation_id, entry_type,"
                        + " payload, status, attempts, next_attempt_at, created_at) select gen_random_uuid()::text, 'visit-'"
                        + " || venue, realm, venue, 'v' || n, 'v' || n || ':1:0', 'visit.entry', '" + BODY
                        + "', 'PENDING', 0, now() at time zone 'utc', now() at time zone 'utc' from " + venues
                        + ", generate_series(1, " + messagesPerVenue + ") n where " + condition,
                "insert into interlieux_receiver (venue_id, realm_id, standing, due_at, failures, tidy_at)"
                        + " select venue, realm, 'OK', 0, 0, 9223372036854775807 from " + venues + " where "
                        + condition);
    }

    /** The next run begins as the first one. Whoever hangs is given up. */
    void clear() {
        inOneTransaction("delete from outbox_entry where entry_kind like 'visit-%'", "delete from interlieux_receiver");
        mailbox.hang(Set.of());
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

    @Override
    public void close() {
        federation.remove();
        mailbox.close();
    }
}
