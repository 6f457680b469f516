package org.interlieux.visit.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** Where a delivery is on its way. */
public enum DeliveryState {
    WAITING(OutboxEntryStatus.PENDING),
    /** Kept for 7 days. */
    DELIVERED(OutboxEntryStatus.DELIVERED),
    /** Given up; kept for 30 days. */
    DEAD_LETTER(OutboxEntryStatus.DEAD_LETTER);

    private final OutboxEntryStatus status;

    DeliveryState(OutboxEntryStatus status) {
        this.status = status;
    }

    OutboxEntryStatus status() {
        return status;
    }

    static Optional<DeliveryState> of(OutboxEntryStatus status) {
        return Arrays.stream(values()).filter(state -> state.status == status).findFirst();
    }

    /** {@code waiting}, {@code delivered} or {@code dead_letter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such word. */
    public static Optional<DeliveryState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
