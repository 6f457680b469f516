package org.interlieux.visit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How far an answer confirms. */
class AnswerTest {
    private static final Instant TO = Instant.parse("2026-11-20T02:00:00Z");
    private static final VisitLine FIRST = closed("a", Duration.ofHours(20));
    private static final VisitLine SECOND = closed("b", Duration.ofHours(10));
    private static final VisitLine OPEN = new VisitLine("c", 1, TO.minus(Duration.ofHours(5)), true);
    private static final VisitLine OLD = closed("d", Duration.ofDays(9));

    @Test
    void allOfItWhenNothingIsMissing() {
        assertThat(confirmed(List.of(FIRST, SECOND), List.of(), true)).isEqualTo(TO);
    }

    @Test
    void onlyToTheLastVisitWhenMoreFollow() {
        assertThat(confirmed(List.of(FIRST, SECOND), List.of(), false)).isEqualTo(SECOND.enteredAt());
    }

    @Test
    void onlyToTheFirstVisitThatIsStillOpenSoThatItsExitIsAskedAboutToo() {
        assertThat(confirmed(List.of(FIRST, SECOND, OPEN), List.of(), true)).isEqualTo(OPEN.enteredAt());
    }

    @Test
    void onlyToTheFirstThatWasMissingSoThatItIsSeenToHaveArrived() {
        assertThat(confirmed(List.of(FIRST, SECOND), List.of(SECOND), true)).isEqualTo(SECOND.enteredAt());
    }

    @Test
    void visitThatIsNeverKeptHoldsTheRestUpForThreeDaysOnly() {
        assertThat(confirmed(List.of(OLD, FIRST), List.of(OLD), true)).isEqualTo(TO.minus(Duration.ofDays(3)));
    }

    @Test
    void onlyToTheFirstThatCouldNotBeSentAgainToday() {
        VisitLine older = closed("e", Duration.ofDays(8));

        Instant confirmed =
                new Answer(List.of(OLD, older), Optional.of(Set.of()), TO, true).confirmed(List.of(OLD, older), 1);

        assertThat(confirmed).isEqualTo(older.enteredAt());
    }

    private static Instant confirmed(List<VisitLine> asked, List<VisitLine> gaps, boolean last) {
        return new Answer(asked, Optional.of(Set.of()), TO, last).confirmed(gaps, 1_000);
    }

    private static VisitLine closed(String id, Duration before) {
        return new VisitLine(id, 2, TO.minus(before), false);
    }
}
