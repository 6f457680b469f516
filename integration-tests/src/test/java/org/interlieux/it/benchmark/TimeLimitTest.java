package org.interlieux.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    @Test
    void whatIsFastIsMet() {
        TimeLimit limit = limit(LongStream.rangeClosed(5, 15));

        assertThat(limit.verdict()).isEqualTo(Limit.Verdict.MET);
        assertThat(limit.measured()).startsWith("10.0 ms (");
    }

    @Test
    void whatIsClearlyTooSlowIsExceeded() {
        assertThat(limit(LongStream.rangeClosed(30, 40)).verdict()).isEqualTo(Limit.Verdict.EXCEEDED);
    }

    @Test
    void whatMayBeNoiseIsUnclear() {
        assertThat(limit(LongStream.rangeClosed(1, 21).map(i -> 2 * i)).verdict())
                .isEqualTo(Limit.Verdict.UNCLEAR);
    }

    private static TimeLimit limit(LongStream millis) {
        Samples samples = new Samples("anything");
        millis.forEach(millisOfOne -> samples.add(millisOfOne * 1_000_000, 0));
        return new TimeLimit("anything", samples, 20);
    }
}
