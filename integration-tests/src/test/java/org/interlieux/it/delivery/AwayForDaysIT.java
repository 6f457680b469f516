package org.interlieux.it.delivery;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.it.delivery.Receiver.Received;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver that is away for hours and days, on the schedule that is documented. The days pass in the database. */
class AwayForDaysIT extends FabriqueIsTold {
    /** The waits of the documentation. */
    private static final List<Duration> WAITS = Stream.of(
                    5, 15, 30, 60, 120, 300, 900, 1800, 3600, 7200, 14400, 28800, 36000, 50400, 57600, 57600)
            .map(Duration::ofSeconds)
            .toList();

    private static final Duration PROBE = ofMinutes(15);

    @BeforeEach
    void fabriqueIsAway() {
        receiver.refuse();
        enter();
        await().atMost(ofSeconds(5)).until(() -> attempts() == 1);
    }

    @Test
    void absenceOfThreeDaysLosesNothingAndAllArrivesWithinOneProbe() {
        failUntil(WAITS.size());
        assertThat(outbox.standing()).containsExactly("FAILING");
        ada.leave(scene.fabrique()); // on the third day
        enter();
        assertThat(outbox.states()).containsExactly("PENDING", "PENDING", "PENDING");
        receiver.recover();

        outbox.pass(PROBE);

        await().atMost(ofSeconds(10))
                .until(() -> outbox.states().equals(List.of("DELIVERED", "DELIVERED", "DELIVERED")));
        assertThat(receiver.received())
                .as("each once")
                .extracting(Received::type)
                .containsExactlyInAnyOrder("visit.entry", "visit.exit", "visit.entry");
        assertThat(outbox.standing()).containsExactly("OK");
    }

    @Test
    void failingReceiverIsProbedAlsoWhileNothingIsDueAndThatUsesUpNoAttempt() {
        failUntil(WAITS.size());

        for (int probe = 0; probe < 4; probe++) {
            int before = failures();
            outbox.pass(PROBE);
            await().atMost(ofSeconds(5)).until(() -> failures() == before + 1);
        }

        assertThat(attempts()).isEqualTo(WAITS.size());
        receiver.recover();
        outbox.pass(PROBE);
        await().atMost(ofSeconds(10)).until(() -> outbox.states().equals(List.of("DELIVERED")));
    }

    @Test
    void newMessageDoesNotWaitAsLongAsAnOldOne() {
        failUntil(11); // the next attempt is four hours away
        outbox.pass(ofMinutes(6));
        await().atMost(ofSeconds(5)).until(() -> outbox.dueIn().compareTo(Duration.ZERO) > 0);
        receiver.recover();
        ada.leave(scene.fabrique());
        assertThat(receiver.received()).isEmpty();

        outbox.pass(ofMinutes(6));

        await().atMost(ofSeconds(5)).until(() -> receiver.received().size() == 1);
        assertThat(receiver.received().get(0).type()).isEqualTo("visit.exit");
        outbox.pass(Duration.ofHours(5));
        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED", "DELIVERED")));
    }

    @Test
    void longerAbsenceEndsInADeadLetterThatIsListedAndSentAgain() {
        failUntil(WAITS.size());
        outbox.pass(longest(WAITS.size()));
        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DEAD_LETTER")));

        JsonNode listed = scene.federation()
                .interlieux("venues/fabrique/deliveries?state=dead_letter")
                .path("deliveries");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("type").asText()).isEqualTo("visit.entry");
        assertThat(listed.path(0).path("attempts").asInt()).isEqualTo(WAITS.size() + 1);
        receiver.recover();
        assertThat(scene.federation()
                        .admin()
                        .post(scene.federation().path("/interlieux/venues/fabrique/replay"), "")
                        .path("replayed")
                        .asInt())
                .isEqualTo(1);

        await().atMost(ofSeconds(5)).until(() -> outbox.states().equals(List.of("DELIVERED")));
        Received again = receiver.received().get(0);
        assertThat(again.visit()).isEqualTo(listed.path(0).path("visit").asText());
        assertThat(again.webhookId())
                .isNotEqualTo(listed.path(0).path("webhook_id").asText());
    }

    /** Lets as much time pass as so many attempts take. */
    private void failUntil(int attempts) {
        for (int made = attempts(); made < attempts; made++) {
            outbox.pass(longest(made));
            int expected = made + 1;
            await().atMost(ofSeconds(5)).until(() -> attempts() == expected);
        }
    }

    /** A wait is up to a fifth longer than the schedule says. */
    private static Duration longest(int attempts) {
        return WAITS.get(attempts - 1).multipliedBy(6).dividedBy(5).plusSeconds(1);
    }

    /** Of the oldest message. */
    private int attempts() {
        return outbox.attempts().get(0);
    }

    /** Whatever was sent. */
    private int failures() {
        return outbox.failures();
    }
}
