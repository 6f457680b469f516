package org.interlieux.it.benchmark;

import java.util.Locale;

/** Numbers as the report prints them, whatever the machine's language. */
final class Figures {
    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }

    static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f kB", bytes / 1e3);
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
