package org.interlieux.it.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one subject took in each of its runs. */
final class Samples {
    private final String name;
    private final List<Long> nanos = new ArrayList<>();
    private int bytes;

    Samples(String name) {
        this.name = name;
    }

    void add(long tookNanos, int sentBytes) {
        nanos.add(tookNanos);
        bytes = Math.max(bytes, sentBytes);
    }

    void addAll(Samples others) {
        nanos.addAll(others.nanos);
        bytes = Math.max(bytes, others.bytes);
    }

    String name() {
        return name;
    }

    int runs() {
        return nanos.size();
    }

    /** The largest of all runs. */
    int bytes() {
        return bytes;
    }

    double medianMillis() {
        return percentileMillis(50);
    }

    /** By nearest rank: a time that was measured, not one in between. */
    double percentileMillis(int percent) {
        return percentile(sorted(), percent) / 1e6;
    }

    long[] sorted() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    static long percentile(long[] sorted, int percent) {
        return sorted[Math.max(0, (sorted.length * percent + 99) / 100 - 1)];
    }
}
