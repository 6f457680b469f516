package org.interlieux.visit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VisitEntityTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T08:03:12.345Z");

    @Test
    void visitOpensAtTheTap() {
        Visit visit = open().visit();

        assertThat(visit.isOpen()).isTrue();
        assertThat(visit.sequence()).isEqualTo(1);
        assertThat(visit.enteredAt()).isEqualTo(MORNING);
        assertThat(visit.exitReason()).isNull();
    }

    @Test
    void closingIsTheSecondChange() {
        VisitEntity entity = open();

        entity.close(MORNING.plusSeconds(60), ExitReason.MOVED);

        assertThat(entity.visit().isOpen()).isFalse();
        assertThat(entity.visit().sequence()).isEqualTo(2);
        assertThat(entity.visit().exitReason()).isEqualTo("moved");
        assertThat(entity.visit().exitedAt()).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void clockThatWasSetBackMakesNoNegativeStay() {
        VisitEntity entity = open();

        entity.close(MORNING.minusSeconds(60), ExitReason.LOGOUT);

        assertThat(entity.visit().exitedAt()).isEqualTo(MORNING);
    }

    @Test
    void visitFoundLateEndedWhenItWasDue() {
        VisitEntity entity = open();

        entity.close(MORNING.plus(Duration.ofDays(2)), ExitReason.MOVED);

        assertThat(entity.visit().exitedAt()).isEqualTo(MORNING.plus(Duration.ofHours(12)));
        assertThat(entity.visit().exitReason()).isEqualTo("closing");
        assertThat(entity.visit().exitEstimated()).isTrue();
    }

    @Test
    void nobodyEstimatesAnExitThatWasSeen() {
        VisitEntity entity = open();

        entity.close(MORNING.plusSeconds(60), ExitReason.LOGOUT);

        assertThat(entity.visit().exitEstimated()).isFalse();
    }

    @Test
    void closedVisitIsNotClosedAgain() {
        VisitEntity entity = open();
        entity.close(MORNING.plusSeconds(60), ExitReason.LOGOUT);

        assertThatThrownBy(() -> entity.close(MORNING.plusSeconds(90), ExitReason.MOVED))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entity.visit().sequence()).isEqualTo(2);
    }

    @Test
    void anonymousVisitKeepsWhatStatisticsNeed() {
        VisitEntity entity = open();
        entity.close(MORNING.plusSeconds(60), ExitReason.LOGOUT);
        Visit before = entity.visit();

        entity.makeAnonymous();

        assertThat(entity.visit().userId()).isNull();
        assertThat(entity.visit())
                .usingRecursiveComparison()
                .ignoringFields("userId")
                .isEqualTo(before);
    }

    private static VisitEntity open() {
        return VisitEntity.open(
                "realm",
                new Arrival("visit", "user", "home", "host", "client", MORNING, Duration.ofHours(12), "ask-venue"));
    }
}
