package org.interlieux.it.cluster;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            hold(connection, userId);
            answers = guests.stream()
                    .map(guest -> CompletableFuture.runAsync(guest::arrive))
                    .toArray(CompletableFuture[]::new);
            await().atMost(ofSeconds(20)).until(() -> waiting(database) == guests.size());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        CompletableFuture.allOf(answers).join();
    }

    private static void hold(Connection connection, String userId) throws SQLException {
        try (PreparedStatement row =
                connection.prepareStatement("select id from user_entity where id = ? for update")) {
            row.setString(1, userId);
            row.executeQuery();
        }
    }

    private static int waiting(ServerDatabase database) {
        return database.firstColumn("select pid from pg_locks where not granted")
                .size();
    }
}
