package org.interlieux.visit.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * Keycloak's own outbox, as deliveries use it. One outbox kind per venue keeps venues out of each other's way. Rows are
 * claimed by pushing their next attempt into the future in a short transaction, so that nothing is sent inside one.
 * Keycloak looks after the kinds of its own features only, so retention is ours; a row that is done has the moment of that
 * as its next attempt, because that column is in the index by which rows are purged.
 */
public final class DeliveryOutbox {
    static final String KIND = "visit-";
    private static final String FIRST = "0";

    private final OutboxStore store;
    private final EntityManager entities;
    private final Receivers receivers;

    /** Which repetition of a change this is: part of what makes a delivery unique. */
    private final String generation;

    public DeliveryOutbox(KeycloakSession session) {
        this(session, FIRST);
    }

    private DeliveryOutbox(KeycloakSession session, String generation) {
        this.generation = generation;
        this.store = new OutboxStore(session);
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.receivers = new Receivers(session);
    }

    /**
     * Writes changes once more, with a new {@code webhook-id}.
     *
     * @param generation a short word; the same change is written once for each
     */
    public static DeliveryOutbox again(KeycloakSession session, String generation) {
        return new DeliveryOutbox(session, generation);
    }

    static String kind(String venueId) {
        return KIND + venueId;
    }

    /**
     * Writes the deliveries of one change of a visit in the session's transaction; the same change is written once for each
     * venue.
     */
    public void enqueue(String realmId, String visitId, int sequence, List<Envelope> envelopes) {
        Instant now = Instant.now();
        envelopes.stream()
                .map(envelope -> new NewDelivery(realmId, visitId, sequence, generation, envelope))
                .forEach(this::write);
        List<String> venues = envelopes.stream().map(Envelope::venueId).toList();
        receivers.expect(realmId, venues, now);
        if (isAgain()) {
            venues.forEach(venueId -> receivers.hurry(venueId, now));
        }
    }

    /** A change is made once, by whoever holds its visit; it may be told again by several at once. */
    private void write(NewDelivery delivery) {
        if (isAgain()) {
            delivery.writeUnlessThere(store);
        } else {
            entities.persist(delivery.row(Instant.now()));
        }
    }

    private boolean isAgain() {
        return !generation.equals(FIRST);
    }

    /** Whether something about this visit is on its way to a venue already. */
    public boolean isWaiting(String venueId, String visitId) {
        return !entities.createQuery(
                        "select e.id from OutboxEntryEntity e where e.entryKind = :kind and e.ownerId = :venue"
                                + " and e.containerId = :visit and e.status = :waiting",
                        String.class)
                .setParameter("kind", kind(venueId))
                .setParameter("venue", venueId)
                .setParameter("visit", visitId)
                .setParameter("waiting", OutboxEntryStatus.PENDING)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Takes due deliveries of a venue for this node: nobody else takes them before the lease has run out. */
    List<Delivery> claim(String venueId, int max, Instant now, Duration lease) {
        return claim(store.lockDueForDrain(kind(venueId), max), now.plus(lease));
    }

    /** As {@link #claim}, but takes the delivery that is due next before its time. */
    List<Delivery> claimEarly(String venueId, Instant now, Duration lease) {
        TypedQuery<OutboxEntryEntity> next = entities.createQuery(
                        "select e from OutboxEntryEntity e where e.entryKind = :kind and e.status = :status"
                                + " order by e.nextAttemptAt",
                        OutboxEntryEntity.class)
                .setParameter("kind", kind(venueId))
                .setParameter("status", OutboxEntryStatus.PENDING)
                .setMaxResults(1);
        next.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return claim(next.getResultList(), now.plus(lease));
    }

    private static List<Delivery> claim(List<OutboxEntryEntity> rows, Instant until) {
        List<Delivery> claimed = rows.stream()
                .map(row -> new Delivery(
                        row.getId(), row.getPayload(), row.getAttempts(), row.getCreatedAt(), row.getNextAttemptAt()))
                .toList();
        rows.forEach(row -> row.setNextAttemptAt(until));
        return claimed;
    }

    void markDelivered(Delivery delivery, Instant now) {
        update(delivery, row -> {
            store.markDelivered(row);
            row.setNextAttemptAt(now);
        });
    }

    void retryAt(Delivery delivery, Instant at, String error) {
        update(delivery, row -> store.recordFailure(row, at, error));
    }

    /** Leaves it to its turn. */
    void putBack(Delivery delivery) {
        update(delivery, row -> row.setNextAttemptAt(delivery.due()));
    }

    void giveUp(Delivery delivery, Instant now, String error) {
        update(delivery, row -> {
            store.markDeadLetter(row, error);
            row.setNextAttemptAt(now);
        });
    }

    /** Ends a claim on deliveries that were not tried. */
    void giveBack(List<Delivery> untried, Instant now) {
        untried.forEach(delivery -> update(delivery, row -> row.setNextAttemptAt(now)));
    }

    /** When the next delivery of a venue is due; empty when none waits. */
    Optional<Instant> nextAttempt(String venueId) {
        return entities.createQuery(
                        "select e.nextAttemptAt from OutboxEntryEntity e where e.entryKind = :kind"
                                + " and e.status = :status order by e.nextAttemptAt",
                        Instant.class)
                .setParameter("kind", kind(venueId))
                .setParameter("status", OutboxEntryStatus.PENDING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whatever waits for a venue is due now. */
    void allDue(String venueId, Instant now) {
        entities.createQuery("update OutboxEntryEntity e set e.nextAttemptAt = :now where e.entryKind = :kind"
                        + " and e.status = :status and e.nextAttemptAt > :now")
                .setParameter("kind", kind(venueId))
                .setParameter("status", OutboxEntryStatus.PENDING)
                .setParameter("now", now)
                .executeUpdate();
    }

    /**
     * Deletes a bounded number of rows that were done before that moment.
     *
     * @return how many
     */
    int purge(String venueId, OutboxEntryStatus done, Instant before, int max) {
        return delete(entities.createQuery(
                        "select e.id from OutboxEntryEntity e where e.entryKind = :kind and e.status = :status"
                                + " and e.nextAttemptAt < :before",
                        String.class)
                .setParameter("kind", kind(venueId))
                .setParameter("status", done)
                .setParameter("before", before)
                .setMaxResults(max)
                .getResultList());
    }

    /**
     * Deletes a bounded number of a venue's rows, whatever their state.
     *
     * @return how many
     */
    int drop(String venueId, int max) {
        return delete(
                entities.createQuery("select e.id from OutboxEntryEntity e where e.entryKind = :kind", String.class)
                        .setParameter("kind", kind(venueId))
                        .setMaxResults(max)
                        .getResultList());
    }

    private int delete(List<String> ids) {
        return ids.isEmpty()
                ? 0
                : entities.createQuery("delete from OutboxEntryEntity e where e.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /** Gives up what has been waiting for a venue since before that moment. */
    void giveUpWaiting(String venueId, Instant before, Instant now, String error) {
        entities.createQuery("update OutboxEntryEntity e set e.status = :dead, e.lastError = :error,"
                        + " e.nextAttemptAt = :now where e.entryKind = :kind and e.status = :waiting"
                        + " and e.createdAt < :before")
                .setParameter("dead", OutboxEntryStatus.DEAD_LETTER)
                .setParameter("error", error)
                .setParameter("now", now)
                .setParameter("kind", kind(venueId))
                .setParameter("waiting", OutboxEntryStatus.PENDING)
                .setParameter("before", before)
                .executeUpdate();
    }

    private void update(Delivery delivery, Consumer<OutboxEntryEntity> change) {
        OutboxEntryEntity row = entities.find(OutboxEntryEntity.class, delivery.id(), LockModeType.PESSIMISTIC_WRITE);
        if (row != null && row.getStatus() == OutboxEntryStatus.PENDING) {
            change.accept(row);
        }
    }
}
