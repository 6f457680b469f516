package org.interlieux.visit.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The receivers in the database, in the session's transaction. */
public final class Receivers {
    /** A row that is looked at so soon anyway needs no write by a login. */
    private static final Duration SOON_ENOUGH = Duration.ofMinutes(1);

    /** The login's own node sends first; a sweep takes what it left. */
    private static final Duration HEAD_START = Duration.ofSeconds(2);

    /**
     * As long as a transaction may last in Keycloak, and more: so long is looked again and again whether one that began
     * before has written a message since.
     */
    private static final Duration COOLING = Duration.ofMinutes(6);

    private final EntityManager entities;

    public Receivers(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Empty when nothing was ever sent to this venue. */
    public Optional<Receiver> of(String venueId) {
        return Optional.ofNullable(entities.find(ReceiverEntity.class, venueId)).map(Receiver::of);
    }

    /** A receiver that a sweep took for this node. */
    record Due(String venueId, boolean suspect) {}

    /**
     * Messages to these venues are being written in this transaction: a sweep is to look for them, should this node not live
     * to send them. Nobody waits for a row that another login holds: that login does the same. New rows are written in one
     * order everywhere, so that no two logins wait for each other.
     */
    void expect(String realmId, List<String> venueIds, Instant now) {
        List<String> asleep = new ArrayList<>();
        for (String venueId : venueIds.stream().sorted().toList()) {
            Optional<ReceiverEntity> known = find(venueId);
            if (known.isEmpty()) {
                insert(realmId, venueId, now);
            } else if (known.get().isAsleep(now.plus(SOON_ENOUGH))) {
                asleep.add(venueId);
            }
        }
        if (!asleep.isEmpty()) {
            skippingLocked(entities.createQuery(
                                    "select r from ReceiverEntity r where r.venueId in :venues", ReceiverEntity.class)
                            .setParameter("venues", asleep))
                    .forEach(row -> row.dueAt = now.plus(HEAD_START).toEpochMilli());
        }
    }

    private void insert(String realmId, String venueId, Instant now) {
        entities.createQuery("INSERT INTO ReceiverEntity (venueId, realmId, standing, dueAt, failures, tidyAt)"
                        + " VALUES (:venue, :realm, :standing, :due, 0, :tidy) ON CONFLICT DO NOTHING")
                .setParameter("venue", venueId)
                .setParameter("realm", realmId)
                .setParameter("standing", Standing.OK)
                .setParameter("due", now.plus(HEAD_START).toEpochMilli())
                .setParameter("tidy", now.plus(Duration.ofDays(1)).toEpochMilli())
                .executeUpdate();
    }

    /** Takes receivers that are due, longest first: no other node's sweep takes them before the lease has run out. */
    List<Due> claim(Instant now, Duration lease, int max) {
        List<ReceiverEntity> due = skippingLocked(entities.createQuery(
                        "select r from ReceiverEntity r where r.dueAt <= :now order by r.dueAt", ReceiverEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max));
        due.forEach(row -> row.dueAt = now.plus(lease).toEpochMilli());
        return due.stream()
                .map(row -> new Due(String.valueOf(row.venueId), !row.isPrompt()))
                .toList();
    }

    /** Takes receivers whose kept messages are to be looked through; each comes up again after {@code every}. */
    List<String> claimUntidy(Instant now, Duration every, int max) {
        List<ReceiverEntity> untidy = skippingLocked(entities.createQuery(
                        "select r from ReceiverEntity r where r.tidyAt <= :now order by r.tidyAt", ReceiverEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max));
        untidy.forEach(row -> row.tidyAt = now.plus(every).toEpochMilli());
        return untidy.stream().map(row -> String.valueOf(row.venueId)).toList();
    }

    Optional<ReceiverEntity> find(String venueId) {
        return Optional.ofNullable(entities.find(ReceiverEntity.class, venueId));
    }

    /** For a change; others wait until this transaction ends. */
    Optional<ReceiverEntity> lock(String venueId) {
        return Optional.ofNullable(entities.find(ReceiverEntity.class, venueId, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Nothing is due any more.
     *
     * @param next when something will be; empty when nothing waits
     */
    void rest(String venueId, Optional<Instant> next, Instant now) {
        lock(venueId).filter(row -> row.standing != Standing.PAUSED).ifPresent(row -> {
            long quiet = now.toEpochMilli() - (row.successAt == null ? 0 : row.successAt);
            Optional<Instant> again =
                    quiet < COOLING.toMillis() ? Optional.of(now.plus(SOON_ENOUGH)) : Optional.empty();
            // A new message must not wait as long as an old one that has failed often.
            Optional<Instant> due =
                    row.failures == 0 ? next : next.map(at -> earliest(at, now.plus(Progress.LONGEST_WAIT)));
            row.dueAt = due.or(() -> again).map(Instant::toEpochMilli).orElse(ReceiverEntity.NEVER);
        });
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** However unlikely it is that something was missed, it is found within a day. */
    void lookOnceADay(String venueId, Instant now) {
        lock(venueId)
                .filter(row -> row.dueAt == ReceiverEntity.NEVER && row.standing != Standing.PAUSED)
                .ifPresent(row -> row.dueAt = now.toEpochMilli());
    }

    /** Something was written that no login's node sends: the next sweep does. */
    void hurry(String venueId, Instant now) {
        lock(venueId).filter(ReceiverEntity::isPrompt).ifPresent(row -> row.dueAt = now.toEpochMilli());
    }

    /** Looks again at that moment, whatever waits. */
    void postpone(String venueId, Instant until) {
        lock(venueId).ifPresent(row -> row.dueAt = until.toEpochMilli());
    }

    /** The venue is removed; what is left of it goes with the next sweep. */
    void venueGone(String venueId) {
        gone("r.venueId", venueId);
    }

    /** All venues of the realm are removed. */
    void realmGone(String realmId) {
        gone("r.realmId", realmId);
    }

    private void gone(String column, String id) {
        entities.createQuery("update ReceiverEntity r set r.standing = :gone, r.dueAt = 0 where " + column + " = :id")
                .setParameter("gone", Standing.GONE)
                .setParameter("id", id)
                .executeUpdate();
    }

    void forget(String venueId) {
        entities.createQuery("delete from ReceiverEntity where venueId = :venue")
                .setParameter("venue", venueId)
                .executeUpdate();
    }

    private static List<ReceiverEntity> skippingLocked(TypedQuery<ReceiverEntity> query) {
        query.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return query.getResultList();
    }
}
