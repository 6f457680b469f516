package org.interlieux.visit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static VisitEntity open() {
        return VisitEntity.open("realm", new Arrival("visit", "user", "home", "host", "client", MORNING, "ask-venue"));
    }
}
