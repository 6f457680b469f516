package org.interlieux.it.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;

/** Venues with many visits and members, who are told of nothing but asked every night, and take part in that. */
final class BusyVenues {
    static final String ALIAS = "busy-";
    static final int VENUES = 100;
    private static final int MEMBERS = 500;
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Federation federation;
    private final Mailbox mailbox;
    private final Service reader;

    BusyVenues(Federation federation, Mailbox mailbox) {
        this.federation = federation;
        this.mailbox = mailbox;
        for (int i = 0; i < VENUES; i++) {
            federation.add(VenueSettings.hostOnly(ALIAS + i).with("webhookUrl", mailbox.url(ALIAS + i)));
        }
        reader = federation.add(ServiceSettings.badgeClient("reader", ALIAS + 0));
        ObjectNode batch = new ObjectMapper().createObjectNode().put("ifResourceExists", "FAIL");
        ArrayNode users = batch.putArray("users");
        for (int i = 0; i < MEMBERS; i++) {
            users.addObject()
                    .put("username", "guest-" + i)
                    .put("firstName", "Guest")
                    .put("lastName", "Number " + i)
                    .put("email", "guest-" + i + "@busy.example")
                    .put("enabled", true);
        }
        federation.admin().post(federation.path("/partialImport"), batch.toString());
        execute("insert into interlieux_receiver (venue_id, realm_id, standing, due_at, failures, tidy_at) select"
                + " internal_id, realm_id, 'OK', 9223372036854775807, 0, 9223372036854775807 from ("
                + venues() + ") v");
        execute(
                "insert into interlieux_check (venue_id, realm_id, check_at, confirmed_to, takes_part, resent_day, resent)"
                        + " select internal_id, realm_id, 9223372036854775807, 0, 'YES', 0, 0 from (" + venues() + ") v"
                        + " on conflict (venue_id) do update set check_at = 9223372036854775807, takes_part = 'YES'");
    }

    /** A page of one venue's visits, with these parameters; the token is not timed. */
    Activity page(String parameters, int visits) {
        return new Activity() {
            private String token = "";

            @Override
            public void prepare() {
                token = reader.ownTokens().accessToken();
            }

            @Override
            public int perform() {
                String body = read(parameters, token);
                int read = body.split("\"entered_at\"", -1).length - 1;
                if (read != visits) {
                    throw new IllegalStateException("Not " + visits + " but " + read + " visits: " + body);
                }
                return body.length();
            }
        };
    }

    /** How long it takes to ask all venues about the last day, when its time has come. */
    long checkNanos() {
        Round round = mailbox.expect(VENUES);
        long dayAgo = System.currentTimeMillis() - Duration.ofDays(1).toMillis();
        execute("update interlieux_check set check_at = 0, confirmed_to = " + dayAgo + " where venue_id in (select"
                + " internal_id from (" + venues() + ") v)");
        return round.await(MOST);
    }

    private String read(String parameters, String token) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(federation.url() + "/visits?" + parameters))
                            .timeout(MOST)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String venues() {
        return "select i.internal_id, i.realm_id from identity_provider i join realm r on r.id = i.realm_id where r.name = '"
                + federation.name() + "' and i.provider_alias like '" + ALIAS + "%'";
    }

    private void execute(String sql) {
        federation.server().database().execute(sql);
    }
}
