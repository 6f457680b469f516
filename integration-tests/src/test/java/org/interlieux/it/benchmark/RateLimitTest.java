package org.interlieux.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final Samples base = samples(LongStream.rangeClosed(900, 1_100));

    @Test
    void whatIsFastEnoughIsMet() {
        RateLimit limit = limit(samples(LongStream.rangeClosed(40, 48)));

        assertThat(limit.verdict()).isEqualTo(Limit.Verdict.MET);
        assertThat(limit.measured()).startsWith("22.73 times (");
    }

    @Test
    void whatIsClearlyTooSlowIsExceeded() {
        assertThat(limit(samples(LongStream.rangeClosed(90, 110))).verdict()).isEqualTo(Limit.Verdict.EXCEEDED);
    }

    @Test
    void whatMayBeNoiseIsUnclear() {
        Samples noisy = samples(LongStream.rangeClosed(1, 21).map(i -> 5 * i));

        assertThat(limit(noisy).verdict()).isEqualTo(Limit.Verdict.UNCLEAR);
    }

    private RateLimit limit(Samples samples) {
        return new RateLimit("anything", samples, base, 20);
    }

    private static Samples samples(LongStream millis) {
        Samples samples = new Samples("anything");
        millis.forEach(millisOfOne -> samples.add(millisOfOne * 1_000_000, 0));
        return samples;
    }
}
