package org.interlieux.it.cluster;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.interlieux.it.server.ServerDatabase;

/** The nights in which the host of one visit is asked what it misses. */
record Nights(ServerDatabase database, String visitId) {

    void visitIsOlder(Duration time) {
        database.execute("update interlieux_visit set entered_at = entered_at - " + time.toMillis() + " where id = '"
                + visitId + "'");
    }

    /** It is the time to ask. */
    void come() {
        await().atMost(ofSeconds(10)).until(() -> times().stream().anyMatch(at -> at > 0));
        database.execute("update interlieux_check set check_at = 0" + ofTheHost());
    }

    /** Whether the host has been asked, and the next night is to come. */
    boolean areOver() {
        return times().stream().allMatch(at -> at > System.currentTimeMillis());
    }

    /** When the host is asked next; empty as long as nobody has noticed that it was sent something. */
    private List<Long> times() {
        return database.firstColumn("select check_at from interlieux_check" + ofTheHost()).stream()
                .map(String::valueOf)
                .map(Long::valueOf)
                .toList();
    }

    private String ofTheHost() {
        return " where venue_id = (select host_venue_id from interlieux_visit where id = '" + visitId + "')";
    }
}
