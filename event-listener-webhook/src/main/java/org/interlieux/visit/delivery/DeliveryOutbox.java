package org.interlieux.visit.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * Keycloak's own outbox, as deliveries use it. One outbox kind per venue keeps venues out of each other's way. Rows are
 * claimed by pushing their next attempt into the future in a short transaction, so that nothing is sent inside one.
 */
public final class DeliveryOutbox {
    static final String KIND = "visit-";

    private final OutboxStore store;
    private final EntityManager entities;

    public DeliveryOutbox(KeycloakSession session) {
        this.store = new OutboxStore(session);
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Writes a delivery in the session's transaction; the same change of a visit is written once. */
    public void enqueue(String realmId, String venueId, String visitId, int sequence, String type, String body) {
        store.enqueuePending(
                KIND + venueId, realmId, venueId, visitId, visitId + ":" + sequence + ":0", type, body, null);
        entities.flush();
    }

    /** Internal ids of venues that have a delivery which is due. */
    List<String> dueVenues(Instant now, int max) {
        return entities.createQuery(
                        "SELECT DISTINCT e.entryKind FROM OutboxEntryEntity e WHERE e.entryKind LIKE :kinds"
                                + " AND e.status = :status AND e.nextAttemptAt <= :now",
                        String.class)
                .setParameter("kinds", KIND + "%")
                .setParameter("status", OutboxEntryStatus.PENDING)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultStream()
                .map(kind -> kind.substring(KIND.length()))
                .toList();
    }

    /** Takes due deliveries of a venue for this node: nobody else takes them before the lease has run out. */
    List<Delivery> claim(String venueId, int max, Instant now, Duration lease) {
        List<OutboxEntryEntity> rows = store.lockDueForDrain(KIND + venueId, max);
        rows.forEach(row -> row.setNextAttemptAt(now.plus(lease)));
        return rows.stream()
                .map(row -> new Delivery(row.getId(), row.getRealmId(), venueId, row.getPayload(), row.getAttempts()))
                .toList();
    }

    void markDelivered(Delivery delivery) {
        update(delivery, OutboxStore::markDelivered);
    }

    void retryAt(Delivery delivery, Instant at, String error) {
        update(delivery, (outbox, row) -> outbox.recordFailure(row, at, error));
    }

    void giveUp(Delivery delivery, String error) {
        update(delivery, (outbox, row) -> outbox.markDeadLetter(row, error));
    }

    /** Ends a claim on deliveries that were not tried. */
    void giveBack(List<Delivery> untried, Instant now) {
        untried.forEach(delivery -> update(delivery, (outbox, row) -> row.setNextAttemptAt(now)));
    }

    private void update(Delivery delivery, BiConsumer<OutboxStore, OutboxEntryEntity> change) {
        OutboxEntryEntity row = entities.find(OutboxEntryEntity.class, delivery.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.getStatus() == OutboxEntryStatus.PENDING) {
            change.accept(store, row);
        }
    }
}
