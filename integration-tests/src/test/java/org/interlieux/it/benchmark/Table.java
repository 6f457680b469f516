package org.interlieux.it.benchmark;

import java.util.ArrayList;
import java.util.List;

/** A Markdown table that is filled row by row. The first column is text, the others are figures. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String... columns) {
        row(columns);
        lines.add("|---|" + "---:|".repeat(columns.length - 1));
    }

    Table row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    Table row(List<String> cells) {
        return row(cells.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
