package org.interlieux.visit.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.interlieux.venue.Venue;
import org.interlieux.visit.ledger.VisitLedger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/**
 * What an admin may see of a venue's deliveries, and do with them. A replay has a new {@code webhook-id}, and the same visit
 * and sequence; a dead letter that is replayed is one no more. Something that still waits is not replayed but tried at
 * once, with the {@code webhook-id} that it has. A venue that was paused is sent to again.
 */
public final class Deliveries {
    /** Every database takes it. What was written before a wrong clock was set back lies in the future, and is listed, too. */
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final KeycloakSession session;
    private final Venue venue;
    private final EntityManager entities;
    private final Clock clock;

    public Deliveries(KeycloakSession session, Venue venue, Clock clock) {
        this.session = session;
        this.venue = venue;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.clock = clock;
    }

    /**
     * Some deliveries.
     *
     * @param next where the next page begins; empty on the last
     */
    public record Page(List<DeliveryLine> deliveries, Optional<DeliveryCursor> next) {}

    /**
     * What a replay did.
     *
     * @param count how many deliveries are on their way again
     * @param next where to go on; empty when that was all
     */
    public record Replay(int count, Optional<DeliveryCursor> next) {}

    /** How messages fare; empty when nothing was ever sent to this venue. */
    public Optional<Receiver> receiver() {
        return new Receivers(session).of(venue.id());
    }

    /** Deliveries in one state: the ones that wait by their next attempt, others by when they were done, oldest first. */
    public Page list(DeliveryState state, DeliveryCursor after, int max) {
        List<OutboxEntryEntity> rows = rows(state, Instant.EPOCH, Instant.MAX, after, max);
        return new Page(rows.stream().map(DeliveryLine::of).toList(), next(rows, max));
    }

    /** Sends one again; false when this venue has none with that id. */
    public boolean replay(String id) {
        Optional<OutboxEntryEntity> found = Optional.ofNullable(entities.find(OutboxEntryEntity.class, id))
                .filter(row -> DeliveryOutbox.kind(venue.id()).equals(row.getEntryKind()));
        found.ifPresent(row -> again(List.of(row)));
        return found.isPresent();
    }

    /**
     * Sends again what was written in a stretch of time, a bounded number at once.
     *
     * @param from the first moment that counts
     * @param to the first that counts no more
     */
    public Replay replay(DeliveryState state, Instant from, Instant to, DeliveryCursor after, int max) {
        List<OutboxEntryEntity> rows = rows(state, from, earliest(to, clock.instant()), after, max);
        Optional<DeliveryCursor> next = next(rows, max);
        return new Replay(rows.isEmpty() ? 0 : again(rows), next);
    }

    private List<OutboxEntryEntity> rows(DeliveryState state, Instant from, Instant to, DeliveryCursor after, int max) {
        return entities.createQuery(
                        "select e from OutboxEntryEntity e where e.entryKind = :kind and e.status = :status"
                                + " and e.nextAttemptAt >= :at and (e.nextAttemptAt > :at or e.id > :id)"
                                + " and e.createdAt >= :from and e.createdAt < :to order by e.nextAttemptAt, e.id",
                        OutboxEntryEntity.class)
                .setParameter("kind", DeliveryOutbox.kind(venue.id()))
                .setParameter("status", state.status())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setParameter("from", from)
                .setParameter("to", earliest(to, LATEST))
                .setMaxResults(max)
                .getResultList();
    }

    private static Optional<DeliveryCursor> next(List<OutboxEntryEntity> rows, int max) {
        return rows.size() < max ? Optional.empty() : Optional.of(DeliveryCursor.behind(rows.get(rows.size() - 1)));
    }

    /** In one order, for others who hold several visits. */
    private int again(List<OutboxEntryEntity> rows) {
        rows.forEach(entities::detach);
        List<OutboxEntryEntity> held = rows.stream()
                .sorted(Comparator.comparing(OutboxEntryEntity::getContainerId))
                .flatMap(row -> hold(row).stream())
                .toList();
        held.forEach(this::again);
        resume();
        return held.size();
    }

    /**
     * Its row and its visit, which nobody changes before this transaction ends: whoever removes the member next finds also what is
     * made of it now, and what was taken out of it by now is not in it. Empty when it is no more what was asked for.
     */
    private Optional<OutboxEntryEntity> hold(OutboxEntryEntity seen) {
        return new VisitLedger(session, session.getContext().getRealm())
                .hold(seen.getContainerId())
                .map(visit -> entities.find(OutboxEntryEntity.class, seen.getId(), LockModeType.PESSIMISTIC_WRITE))
                .filter(row -> row.getStatus() == seen.getStatus());
    }

    private void again(OutboxEntryEntity row) {
        if (row.getStatus() == DeliveryState.WAITING.status()) {
            row.setNextAttemptAt(clock.instant());
            return;
        }
        String visit = String.valueOf(row.getContainerId());
        new OutboxStore(session)
                .enqueuePending(
                        row.getEntryKind(),
                        row.getRealmId(),
                        row.getOwnerId(),
                        visit,
                        visit + ":" + NewDelivery.sequence(row) + ":r" + UUID.randomUUID(),
                        row.getEntryType(),
                        row.getPayload(),
                        null);
        if (row.getStatus() == DeliveryState.DEAD_LETTER.status()) {
            entities.remove(row);
        }
    }

    private void resume() {
        RealmModel realm = session.getContext().getRealm();
        new Receivers(session).expect(realm.getId(), List.of(venue.id()), clock.instant());
        new Progress(session, venue.id()).tryAgain(clock.instant());
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
