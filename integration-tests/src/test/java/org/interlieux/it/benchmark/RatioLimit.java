package org.interlieux.it.benchmark;

import java.util.Arrays;
import java.util.Random;

/**
 * How many times as long as another one may something take, median by median. It is exceeded when the whole 95 % confidence interval of
 * the ratio lies above the limit: on a busy machine a median alone says too little.
 */
record RatioLimit(String what, Samples samples, Samples base, double limit) implements Limit {
    private static final int RESAMPLINGS = 2_000;
    private static final long SEED = 3;

    @Override
    public String measured() {
        double[] interval = interval();
        return Figures.ratio(ratio()) + " times (" + Figures.ratio(interval[0]) + " to " + Figures.ratio(interval[1])
                + ")";
    }

    @Override
    public String allowed() {
        return Figures.ratio(limit) + " times";
    }

    @Override
    public Verdict verdict() {
        if (ratio() <= limit) {
            return Verdict.MET;
        }
        return interval()[0] <= limit ? Verdict.UNCLEAR : Verdict.EXCEEDED;
    }

    double ratio() {
        return samples.medianMillis() / base.medianMillis();
    }

    /** By the bootstrap: the ratio of the medians of samples drawn again from the samples. */
    private double[] interval() {
        Random random = new Random(SEED);
        long[] mine = samples.sorted();
        long[] other = base.sorted();
        double[] ratios = new double[RESAMPLINGS];
        Arrays.setAll(ratios, i -> (double) medianOfResampled(mine, random) / medianOfResampled(other, random));
        Arrays.sort(ratios);
        return new double[] {ratios[RESAMPLINGS / 40], ratios[RESAMPLINGS - 1 - RESAMPLINGS / 40]};
    }

    private static long medianOfResampled(long[] values, Random random) {
        long[] drawn = new long[values.length];
        Arrays.setAll(drawn, i -> values[random.nextInt(values.length)]);
        Arrays.sort(drawn);
        return Samples.percentile(drawn, 50);
    }
}
