package org.interlieux.it.benchmark;

import java.util.List;
import java.util.Set;

/**
 * How much to measure.
 *
 * @param few venues of the federation that the others are compared with
 * @param many venues of the largest federation
 * @param runs of each subject of a series, half as many where one takes long
 * @param chosen names of the classes to measure with; empty for all of them
 */
record BenchmarkOptions(int few, int some, int many, int runs, boolean isTrial, Set<String> chosen) {

    /**
     * All of it; or, with {@code -Dbenchmark.trial=<most venues>}, few runs, for those who work on the benchmark
     * itself, who can choose chapters with {@code -Dbenchmark.chapters=<class>,<class>}.
     */
    static BenchmarkOptions fromSystemProperties() {
        int trial = Integer.getInteger("benchmark.trial", 0);
        return trial == 0
                ? new BenchmarkOptions(10, 1_000, 10_000, 200, false, Set.of())
                : new BenchmarkOptions(10, Math.max(11, trial / 10), trial, 30, true, chosenChapters());
    }

    private static Set<String> chosenChapters() {
        String names = System.getProperty("benchmark.chapters", "");
        return names.isEmpty() ? Set.of() : Set.of(names.split(","));
    }

    boolean includes(Chapter chapter) {
        return chosen.isEmpty() || chosen.contains(chapter.getClass().getSimpleName());
    }

    List<Integer> sizes() {
        return List.of(few, some, many);
    }

    /** What is compared, as the report says it. */
    String manyToFew() {
        return Figures.count(many) + " venues to " + few;
    }

    /** For what takes milliseconds. */
    Series manyRuns() {
        return new Series(runs / 2, runs);
    }

    /** For what differs by a few hundredths. */
    Series exactRuns() {
        return new Series(runs, 5 * runs);
    }

    /** For what takes tenths of a second. */
    Series fewRuns() {
        return new Series(runs / 4, Math.max(30, runs / 2));
    }
}
