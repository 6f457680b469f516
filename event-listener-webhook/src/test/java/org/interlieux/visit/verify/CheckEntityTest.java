package org.interlieux.visit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckEntityTest {
    private static final Instant NIGHT = Instant.parse("2026-11-20T02:00:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2026-11-21T02:00:00Z");

    private final CheckEntity check = new CheckEntity();

    @Test
    void limitIsThatOfADay() {
        check.countResent(NIGHT, 70);
        check.countResent(NIGHT, 20);
        assertThat(check.mayResend(NIGHT, 100)).isEqualTo(10);
        check.countResent(NIGHT, 30);
        assertThat(check.mayResend(NIGHT, 100)).isZero();

        assertThat(check.mayResend(NEXT_NIGHT, 100)).isEqualTo(100);
        check.countResent(NEXT_NIGHT, 1);
        assertThat(check.mayResend(NEXT_NIGHT, 100)).isEqualTo(99);
    }

    @Test
    void whatWasConfirmedStaysConfirmed() {
        check.confirm(NEXT_NIGHT);
        check.confirm(NIGHT);

        assertThat(check.confirmedTo).isEqualTo(NEXT_NIGHT.toEpochMilli());
    }
}
