package org.interlieux.it.benchmark;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a chapter found out.
 *
 * @param text how it was measured
 * @param limits those that the figures must keep
 */
record Section(String title, String text, Table table, List<Limit> limits) {
    /** For those who watch it run. */
    @Override
    public String toString() {
        return limits.stream()
                .map(limit -> limit.what() + ": " + limit.measured() + ", the limit is " + limit.allowed())
                .collect(Collectors.joining("\n", title + "\n" + table + "\n", "\n"));
    }
}
