package org.interlieux.visit.delivery;

import java.time.Instant;
import java.util.UUID;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * What one venue is told of one change of a visit, before it is in the outbox.
 *
 * @param sequence which change of the visit
 * @param generation which repetition of that change
 */
record NewDelivery(String realmId, String visitId, int sequence, String generation, Envelope envelope) {
    /** Which change of its visit a row tells of. */
    static int sequence(OutboxEntryEntity row) {
        String unique = row.getCorrelationId();
        int start = unique.indexOf(':') + 1;
        return Integer.parseInt(unique.substring(start, unique.indexOf(':', start)));
    }

    /**
     * A row of the outbox, due at once. Hibernate writes several of them with one statement, and does not translate that anew
     * each time, as it does the query of {@link OutboxStore}: each login that records a visit waits for it.
     */
    OutboxEntryEntity row(Instant now) {
        OutboxEntryEntity row = new OutboxEntryEntity();
        row.setId(UUID.randomUUID().toString());
        row.setEntryKind(DeliveryOutbox.kind(envelope.venueId()));
        row.setRealmId(realmId);
        row.setOwnerId(envelope.venueId());
        row.setContainerId(visitId);
        row.setCorrelationId(unique());
        row.setEntryType(envelope.type());
        row.setPayload(envelope.body());
        row.setStatus(OutboxEntryStatus.PENDING);
        row.setNextAttemptAt(now);
        row.setCreatedAt(now);
        return row;
    }

    /** Once for each venue, whoever else does it at this moment. */
    void writeUnlessThere(OutboxStore store) {
        store.enqueuePending(
                DeliveryOutbox.kind(envelope.venueId()),
                realmId,
                envelope.venueId(),
                visitId,
                unique(),
                envelope.type(),
                envelope.body(),
                null);
    }

    private String unique() {
        return visitId + ":" + sequence + ":" + generation;
    }
}
