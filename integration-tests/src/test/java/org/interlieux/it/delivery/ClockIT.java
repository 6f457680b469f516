package org.interlieux.it.delivery;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.interlieux.it.delivery.Receiver.Received;
import org.junit.jupiter.api.Test;

/**
 * The server's clock is an hour wrong, or is set right after that. A test cannot set the clock, but moves all moments that were
 * written the other way: that is the same to whoever compares them with now.
 */
class ClockIT extends FabriqueIsTold {
    private static final Duration HOUR = ofHours(1);

    @Test
    void whatWaitsWhenTheClockIsSetBackIsSentAfterThatHourAtTheLatest() {
        receiver.answer(500);
        enter();
        await().atMost(ofSeconds(10)).until(this::hasFailed);

        clockIsSet(HOUR.negated());
        receiver.recover();
        ada.leave(scene.fabrique());
        await().atMost(ofSeconds(10)).until(() -> scene.told(scene.atelier()).size() == 2);
        assertThat(outbox.states()).as("told later").containsOnly("PENDING");
        assertThat(scene.federation()
                        .interlieux("venues/fabrique/deliveries?state=waiting")
                        .path("deliveries"))
                .as("an admin sees both")
                .hasSize(2);

        timePasses(HOUR);
        await().atMost(ofSeconds(10)).until(() -> receiver.accepted().size() == 2);
        assertThat(outbox.states()).containsOnly("DELIVERED");
        JsonNode visit = told("visit.exit");
        assertThat(visit.path("sequence").asInt()).isEqualTo(2);
        assertThat(Instant.parse(visit.path("exited_at").asText()))
                .as("a stay is never shorter than nothing")
                .isAfterOrEqualTo(Instant.parse(visit.path("entered_at").asText()));
    }

    @Test
    void whatIsNewWhenTheClockIsSetBackIsToldAtOnce() {
        enter();
        await().atMost(ofSeconds(10)).until(() -> receiver.accepted().size() == 1);

        clockIsSet(HOUR.negated());
        ada.leave(scene.fabrique());
        enter();

        await().atMost(ofSeconds(10)).until(() -> receiver.accepted().size() == 3);
        assertThat(outbox.states()).containsOnly("DELIVERED");
    }

    @Test
    void whatIsBeingSentWhenTheClockIsSetForwardArrives() {
        receiver.hang();
        enter();
        await().atMost(ofSeconds(10)).until(() -> receiver.received().size() == 1);

        clockIsSet(HOUR);
        receiver.recover();

        await().atMost(ofSeconds(40)).until(() -> outbox.states().equals(List.of("DELIVERED")));
        assertThat(receiver.received())
                .extracting(Received::webhookId)
                .containsOnly(receiver.accepted().get(0).webhookId());
        assertThat(scene.openVisits()).as("an hour ends no visit").isEqualTo(1);
    }

    private boolean hasFailed() {
        return !scene.server()
                .database()
                .firstColumn("select venue_id from interlieux_receiver where failures > 0 and venue_id = '"
                        + outbox.venueId() + "'")
                .isEmpty();
    }

    private JsonNode told(String type) {
        return receiver.accepted().stream()
                .filter(message -> message.type().equals(type))
                .findFirst()
                .orElseThrow()
                .json()
                .path("data")
                .path("visit");
    }

    /** All that was written lies so much earlier. */
    private void timePasses(Duration time) {
        clockIsSet(time);
    }

    private void clockIsSet(Duration forward) {
        String realm = " where realm_id = (select id from realm where name = '"
                + scene.federation().name() + "')";
        long millis = forward.toMillis();
        scene.server()
                .database()
                .execute("update outbox_entry set next_attempt_at = dateadd('millisecond', " + -millis
                        + ", next_attempt_at), created_at = dateadd('millisecond', " + -millis + ", created_at)"
                        + realm);
        move("interlieux_receiver", List.of("success_at", "failed_since", "tidy_at"), millis, realm);
        move("interlieux_receiver", List.of("due_at"), millis, realm + " and due_at < " + Long.MAX_VALUE);
        move("interlieux_visit", List.of("entered_at", "exited_at", "closes_at", "kept_since"), millis, realm);
    }

    private void move(String table, List<String> columns, long millis, String where) {
        String changes = String.join(
                ", ",
                columns.stream()
                        .map(column -> column + " = " + column + " - " + millis)
                        .toList());
        scene.server().database().execute("update " + table + " set " + changes + where);
    }
}
