package org.interlieux.visit.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A moment as all our messages write it: ISO 8601 in UTC, always with milliseconds. */
public final class Timestamp {
    private static final DateTimeFormatter ISO_8601 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private Timestamp() {}

    public static String of(Instant moment) {
        return ISO_8601.format(moment);
    }
}
