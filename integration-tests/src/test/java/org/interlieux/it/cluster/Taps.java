package org.interlieux.it.cluster;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.server.ServerDatabase;

/**
 * Several taps of one member at exactly the same time. The member's row is held until all of their logins wait for it, so that the
 * race happens each time and not once in a while.
 */
final class Taps {
    private Taps() {}

    /** Returns when all of them have been answered. */
    static void atOnce(ServerDatabase database, String userId, List<Guest> guests) {
        CompletableFuture<?>[] answers;
        try (HeldRow member = HeldRow.of(database, "user_entity", "id", userId)) {
            answers = guests.stream()
                    .map(guest -> CompletableFuture.runAsync(guest::arrive))
                    .toArray(CompletableFuture[]::new);
            await().atMost(ofSeconds(20)).until(() -> member.waiting() == guests.size());
        }
        CompletableFuture.allOf(answers).join();
    }
}
