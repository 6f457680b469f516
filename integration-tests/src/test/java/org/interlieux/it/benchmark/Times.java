package org.interlieux.it.benchmark;

/** The table of what took how long. */
final class Times {
    private final Table table = new Table("", "runs", "median", "p99", "sent");

    Times add(Samples samples) {
        table.row(
                samples.name(),
                Figures.count(samples.runs()),
                Figures.millis(samples.medianMillis()),
                Figures.millis(samples.percentileMillis(99)),
                Figures.kilobytes(samples.bytes()));
        return this;
    }

    Table table() {
        return table;
    }
}
