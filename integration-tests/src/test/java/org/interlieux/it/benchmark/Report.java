package org.interlieux.it.benchmark;

import java.util.List;

/** The page {@code docs/benchmark.md}. */
record Report(Circumstances circumstances, List<Section> sections) {

    List<Limit> limits() {
        return sections.stream().flatMap(section -> section.limits().stream()).toList();
    }

    @Override
    public String toString() {
        StringBuilder page = new StringBuilder("""
                # Benchmark

                Written by `mvn verify -Pbenchmark`, from the root of the project. It takes about twenty minutes and wants the machine for itself.
                A real server, a real site of a home venue, and loopback only. Runs alternate between the things that are compared, and the first
                third of them does not count.

                %s

                ## Limits
                A ratio is of two medians; in brackets is its 95 %% confidence interval (bootstrap). The build fails when a limit is *exceeded*:
                the whole interval is beyond it. *Unclear* is a ratio beyond the limit that noise can explain. Sizes and rows must be exact.
                What is not said to be the least is the most.

                %s
                """.formatted(circumstances.table(), limitTable()));
        sections.forEach(section ->
                page.append("\n## %s\n%s\n\n%s\n".formatted(section.title(), section.text(), section.table())));
        return page.toString();
    }

    private Table limitTable() {
        Table table = new Table("", "measured", "limit", "");
        limits().forEach(limit -> table.row(
                limit.what(), limit.measured(), limit.allowed(), limit.verdict().text()));
        return table;
    }
}
