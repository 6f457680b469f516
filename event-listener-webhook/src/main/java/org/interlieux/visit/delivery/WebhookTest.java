package org.interlieux.visit.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.interlieux.venue.Venue;
import org.interlieux.visit.delivery.Attempt.Result;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/**
 * A {@code webhook.test} for a venue, so that an admin sees whether it receives. Make it in a transaction, and send it outside
 * one: the answer may take long.
 */
public record WebhookTest(KeycloakSessionFactory sessions, Venue venue, Destination destination, Clock clock) {
    /** What came of it. What the receiver said is not told: its words may come from where no admin should read. */
    public sealed interface Tested {
        /** There was an answer with this HTTP status; 2xx means that the venue receives. */
        record Answered(int status, long millis) implements Tested {}

        /**
         * There was none.
         *
         * @param error a short word: the name of what went wrong
         */
        record Unanswered(String error, long millis) implements Tested {}

        /** Nothing was sent: the venue has no {@code webhookUrl}, or it is disabled. */
        record NotSent() implements Tested {}
    }

    /** For a venue of this realm, which is that of the session. */
    public static WebhookTest of(KeycloakSession session, RealmModel realm, Venue venue, Clock clock) {
        return new WebhookTest(
                session.getKeycloakSessionFactory(), venue, Destination.of(session, realm, venue), clock);
    }

    /** Sends it, and waits for the answer, 15 s at most. If it arrives, a venue that was paused is sent to again. */
    public Tested send() {
        if (!(destination instanceof Destination.Open open)) {
            return new Tested.NotSent();
        }
        Instant start = clock.instant();
        Result result = new Attempt(open.target(), clock).send("msg_" + UUID.randomUUID(), body());
        Instant end = clock.instant();
        long millis = Duration.between(start, end).toMillis();
        if (result instanceof Result.Delivered delivered) {
            KeycloakModelUtils.runJobInTransaction(
                    sessions, session -> new Progress(session, venue.id()).tryAgain(end));
            return new Tested.Answered(delivered.status(), millis);
        }
        if (result instanceof Result.Failed failed) {
            return failed.status() == 0
                    ? new Tested.Unanswered(failed.error().split(":", 2)[0], millis)
                    : new Tested.Answered(failed.status(), millis);
        }
        return new Tested.Answered(410, millis);
    }

    private String body() {
        try {
            return JsonSerialization.writeValueAsString(Map.of(
                    "type",
                    "webhook.test",
                    "timestamp",
                    Timestamp.of(clock.instant()),
                    "data",
                    Map.of("venue", Map.of("id", venue.alias(), "name", venue.name()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
