package org.interlieux.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DifferenceLimitTest {
    private final Samples base = samples(LongStream.rangeClosed(90, 110));

    @Test
    void whatCostsLittleMoreIsMet() {
        DifferenceLimit limit = limit(samples(LongStream.rangeClosed(100, 120)));

        assertThat(limit.verdict()).isEqualTo(Limit.Verdict.MET);
        assertThat(limit.measured()).startsWith("10.0 ms (");
    }

    @Test
    void whatCostsClearlyTooMuchIsExceeded() {
        assertThat(limit(samples(LongStream.rangeClosed(190, 210))).verdict()).isEqualTo(Limit.Verdict.EXCEEDED);
    }

    @Test
    void whatMayBeNoiseIsUnclear() {
        Samples noisy = samples(LongStream.rangeClosed(1, 21).map(i -> 5 + 15 * i));

        assertThat(limit(noisy).verdict()).isEqualTo(Limit.Verdict.UNCLEAR);
    }

    private DifferenceLimit limit(Samples samples) {
        return new DifferenceLimit("anything", samples, base, 15);
    }

    private static Samples samples(LongStream millis) {
        Samples samples = new Samples("anything");
        millis.forEach(millisOfOne -> samples.add(millisOfOne * 1_000_000, 0));
        return samples;
    }
}
