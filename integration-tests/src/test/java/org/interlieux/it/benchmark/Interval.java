package org.interlieux.it.benchmark;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** A 95 % confidence interval, by the bootstrap: of two medians, each of samples drawn again from the samples. */
record Interval(double low, double high) {
    private static final int RESAMPLINGS = 2_000;
    private static final long SEED = 3;

    /** @param comparison of two medians, in nanoseconds */
    static Interval of(Samples samples, Samples base, DoubleBinaryOperator comparison) {
        Random random = new Random(SEED);
        long[] mine = samples.sorted();
        long[] other = base.sorted();
        double[] drawn = new double[RESAMPLINGS];
        Arrays.setAll(
                drawn,
                i -> comparison.applyAsDouble(medianOfResampled(mine, random), medianOfResampled(other, random)));
        Arrays.sort(drawn);
        return new Interval(drawn[RESAMPLINGS / 40], drawn[RESAMPLINGS - 1 - RESAMPLINGS / 40]);
    }

    private static double medianOfResampled(long[] values, Random random) {
        long[] drawn = new long[values.length];
        Arrays.setAll(drawn, i -> values[random.nextInt(values.length)]);
        Arrays.sort(drawn);
        return Samples.percentile(drawn, 50);
    }
}
