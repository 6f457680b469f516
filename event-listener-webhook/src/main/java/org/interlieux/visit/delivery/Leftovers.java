package org.interlieux.visit.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** Takes away what is kept no longer, a little in each transaction. */
final class Leftovers {
    private static final int CHUNK = 500;
    private static final Duration DELIVERED_KEPT = Duration.ofDays(7);
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
    private static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private final Transactions transactions;

    Leftovers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Removes all that a removed venue left. */
    void remove(String venueId) {
        repeat(session -> new DeliveryOutbox(session).drop(venueId, CHUNK));
        transactions.run(session -> new Receivers(session).forget(venueId));
    }

    /** Removes messages that were kept long enough, and gives up those that have waited too long. */
    void tidy(String venueId, Instant now) {
        if (transactions.result(session -> isGone(session, venueId))) {
            remove(venueId); // no event told of it
            return;
        }
        repeat(session -> new DeliveryOutbox(session)
                .purge(venueId, OutboxEntryStatus.DELIVERED, now.minus(DELIVERED_KEPT), CHUNK));
        repeat(session -> new DeliveryOutbox(session)
                .purge(venueId, OutboxEntryStatus.DEAD_LETTER, now.minus(DEAD_LETTERS_KEPT), CHUNK));
        transactions.run(session -> {
            new DeliveryOutbox(session)
                    .giveUpWaiting(venueId, now.minus(LONGEST_WAIT), now, "it has waited for 30 days");
            new Receivers(session).lookOnceADay(venueId, now);
        });
    }

    private static boolean isGone(KeycloakSession session, String venueId) {
        return new Receivers(session)
                .find(venueId)
                .filter(row ->
                        Destination.of(session, String.valueOf(row.realmId), venueId) instanceof Destination.Gone)
                .isPresent();
    }

    private void repeat(ToIntFunction<KeycloakSession> chunk) {
        int removed = CHUNK;
        while (removed == CHUNK) {
            removed = transactions.result(chunk::applyAsInt);
        }
    }
}
