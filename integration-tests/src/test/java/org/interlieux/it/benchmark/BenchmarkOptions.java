package org.interlieux.it.benchmark;

import java.util.List;

/**
 * How much to measure.
 *
 * @param few venues of the federation that the others are compared with
 * @param many venues of the largest federation
 * @param runs of each subject of a series, unless one run takes very long
 */
record BenchmarkOptions(int few, int some, int many, int runs, boolean isTrial) {

    /** All of it, or with {@code -Dbenchmark.trial} a short one, for those who work on the benchmark itself. */
    static BenchmarkOptions fromSystemProperties() {
        return System.getProperty("benchmark.trial") == null
                ? new BenchmarkOptions(10, 1_000, 10_000, 200, false)
                : new BenchmarkOptions(10, 100, 1_000, 30, true);
    }

    List<Integer> sizes() {
        return List.of(few, some, many);
    }

    Series series() {
        return new Series(runs / 2, runs);
    }

    /** For what takes long enough that fewer runs say as much; at least 30. */
    Series shortSeries() {
        return new Series(runs / 10, Math.max(30, runs / 5));
    }
}
