package org.interlieux.demo.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.interlieux.demo.store.VisitRecord;

/** One line of the list of records. */
record RecordRow(
        String css, String what, String member, String home, String host, String at, String time, String visit) {
    static RecordRow of(VisitRecord message, Locale language) {
        JsonNode data = message.body().path("data");
        String kind =
                switch (message.type()) {
                    case "visit.entry" -> "entry";
                    case "visit.exit" -> "exit";
                    default -> "other";
                };
        String at = message.body().path("timestamp").asText(message.receivedAt());
        return new RecordRow(
                kind,
                kind.equals("other") ? message.type() : Pages.texts(language).getOrDefault(kind, kind),
                data.path("member").path("name").asText(),
                data.path("home_venue").path("name").asText(),
                data.path("host_venue").path("name").asText(),
                at,
                readable(at, language),
                message.visit().path("id").asText());
    }

    private static String readable(String instant, Locale language) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(language)
                    .withZone(ZoneId.systemDefault())
                    .format(Instant.parse(instant));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }
}
