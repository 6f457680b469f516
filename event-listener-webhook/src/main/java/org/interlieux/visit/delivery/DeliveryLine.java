package org.interlieux.visit.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/**
 * A delivery as admins see it: not what is in it.
 *
 * @param visit the visit's id
 * @param sequence the change of the visit that it tells of
 * @param at when it is tried next, or when it arrived or was given up
 * @param lastError of the last attempt; null when none failed
 */
public record DeliveryLine(
        String id,
        String webhookId,
        String type,
        @Nullable String visit,
        int sequence,
        @Nullable DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant at,
        @Nullable String lastError) {

    static DeliveryLine of(OutboxEntryEntity row) {
        return new DeliveryLine(
                row.getId(),
                "msg_" + row.getId(),
                row.getEntryType(),
                row.getContainerId(),
                NewDelivery.sequence(row),
                DeliveryState.of(row.getStatus()).orElse(null),
                row.getAttempts(),
                row.getCreatedAt(),
                row.getNextAttemptAt(),
                row.getLastError());
    }
}
