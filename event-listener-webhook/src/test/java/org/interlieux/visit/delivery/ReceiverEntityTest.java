package org.interlieux.visit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReceiverEntityTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ReceiverEntity receiver = new ReceiverEntity();

    @Test
    void dayWithoutASuccessIsFailing() {
        fail(Duration.ZERO);
        fail(Duration.ofHours(23));
        assertThat(receiver.standing).isEqualTo(Standing.OK);

        fail(Duration.ofHours(24));

        assertThat(receiver.standing).isEqualTo(Standing.FAILING);
        assertThat(receiver.failedSince).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void successInBetweenStartsTheDayAnew() {
        fail(Duration.ZERO);
        receiver.succeeded(NOON.plus(Duration.ofHours(20)));
        fail(Duration.ofHours(21));

        fail(Duration.ofHours(44));

        assertThat(receiver.standing).isEqualTo(Standing.OK);
        assertThat(receiver.failures).isEqualTo(2);
    }

    @Test
    void successEndsFailing() {
        fail(Duration.ZERO);
        fail(Duration.ofDays(2));

        receiver.succeeded(NOON.plus(Duration.ofDays(3)));

        assertThat(receiver.standing).isEqualTo(Standing.OK);
        assertThat(receiver.isPrompt()).isTrue();
        assertThat(receiver.lastError).isNull();
    }

    @Test
    void pausedReceiverIsNeverDueUntilAnAdminSaysSo() {
        receiver.paused(NOON, "HTTP 410");
        assertThat(receiver.dueAt).isEqualTo(ReceiverEntity.NEVER);
        assertThat(receiver.isAsleep(NOON)).as("a new message changes nothing").isFalse();

        receiver.tryAgain(NOON);

        assertThat(receiver.isPrompt()).isTrue();
        assertThat(receiver.dueAt).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void failingReceiverIsProbedAtOnceWhenAnAdminSaysSoButStaysFailing() {
        fail(Duration.ZERO);
        fail(Duration.ofDays(2));

        receiver.tryAgain(NOON);

        assertThat(receiver.standing).isEqualTo(Standing.FAILING);
        assertThat(receiver.dueAt).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void longErrorsAreCut() {
        receiver.failed(NOON, NOON, "x".repeat(10_000));

        assertThat(receiver.lastError).hasSize(255);
    }

    private void fail(Duration later) {
        receiver.failed(NOON.plus(later), NOON.plus(later).plusSeconds(5), "HTTP 500");
    }
}
