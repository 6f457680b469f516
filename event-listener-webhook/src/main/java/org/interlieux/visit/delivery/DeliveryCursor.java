package org.interlieux.visit.delivery;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/** Behind which delivery a page begins; for others it is just a text to hand back. */
public record DeliveryCursor(Instant at, String id) {
    /** Before all. */
    public static final DeliveryCursor START = new DeliveryCursor(Instant.EPOCH, "");

    static DeliveryCursor behind(OutboxEntryEntity row) {
        return new DeliveryCursor(row.getNextAttemptAt(), row.getId());
    }

    /** Empty when it is no cursor. */
    public static Optional<DeliveryCursor> parse(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DeliveryCursor(Instant.parse(text.substring(0, comma)), text.substring(comma + 1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return at + "," + id;
    }
}
