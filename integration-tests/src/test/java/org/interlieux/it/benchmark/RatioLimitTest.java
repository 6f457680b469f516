package org.interlieux.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RatioLimitTest {
    private final Samples base = samples(LongStream.rangeClosed(90, 110));

    @Test
    void ratioBelowTheLimitIsMet() {
        assertThat(limit(samples(LongStream.rangeClosed(130, 150))).verdict()).isEqualTo(Limit.Verdict.MET);
    }

    @Test
    void ratioThatLiesAboveTheLimitWithItsWholeIntervalIsExceeded() {
        assertThat(limit(samples(LongStream.rangeClosed(190, 210))).verdict()).isEqualTo(Limit.Verdict.EXCEEDED);
    }

    @Test
    void ratioThatMayBeNoiseIsUnclear() {
        Samples noisy = samples(LongStream.rangeClosed(1, 21).map(i -> 5 + 15 * i));

        assertThat(limit(noisy).ratio()).isGreaterThan(1.5);
        assertThat(limit(noisy).verdict()).isEqualTo(Limit.Verdict.UNCLEAR);
    }

    @Test
    void percentilesAreTimesThatWereMeasured() {
        Samples hundred = samples(LongStream.rangeClosed(1, 100));

        assertThat(hundred.medianMillis()).isEqualTo(50);
        assertThat(hundred.percentileMillis(99)).isEqualTo(99);
        assertThat(samples(LongStream.of(7)).percentileMillis(99)).isEqualTo(7);
    }

    private RatioLimit limit(Samples samples) {
        return new RatioLimit("anything", samples, base, 1.5);
    }

    private static Samples samples(LongStream millis) {
        Samples samples = new Samples("anything");
        millis.forEach(millisOfOne -> samples.add(millisOfOne * 1_000_000, 0));
        return samples;
    }
}
