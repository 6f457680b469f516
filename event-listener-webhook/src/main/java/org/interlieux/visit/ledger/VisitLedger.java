package org.interlieux.visit.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Opens and closes visits in the transaction of the session. Each change it makes is returned, to be told. */
public final class VisitLedger {
    private final EntityManager entities;
    private final RealmModel realm;
    private final Clock clock;

    public VisitLedger(KeycloakSession session, RealmModel realm) {
        this(session, realm, Clock.systemUTC());
    }

    /** With another clock: what is open now depends on it. */
    public VisitLedger(KeycloakSession session, RealmModel realm, Clock clock) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
        this.clock = clock;
    }

    /** A visit of this realm, open or closed. */
    public Optional<Visit> find(String visitId) {
        return Optional.ofNullable(entities.find(VisitEntity.class, visitId))
                .map(this::read)
                .filter(visit -> visit.realmId().equals(realm.getId()));
    }

    /**
     * As {@link #find}, and nobody changes it before this transaction ends: what is written about its member is found by whoever
     * removes the member next.
     */
    public Optional<Visit> hold(String visitId) {
        return Optional.ofNullable(entities.find(VisitEntity.class, visitId, LockModeType.PESSIMISTIC_WRITE))
                .map(VisitEntity::visit)
                .filter(visit -> visit.realmId().equals(realm.getId()));
    }

    /** The member's open visit, wherever it is. One that has ended by itself is not open, even if nobody closed it yet. */
    public Optional<Visit> open(String userId) {
        return openEntity(userId, LockModeType.NONE)
                .filter(visit -> !visit.isOverAt(clock.instant()))
                .map(this::read);
    }

    /** How often this member has entered any venue since then. */
    public long entriesSince(String userId, Instant moment) {
        return entities.createQuery(
                        "SELECT count(v) FROM VisitEntity v WHERE v.userId = :user AND v.enteredAt > :moment",
                        Long.class)
                .setParameter("user", userId)
                .setParameter("moment", moment.toEpochMilli())
                .getSingleResult();
    }

    /**
     * Opens a visit. One that is open elsewhere ends now ({@link ExitReason#MOVED}); one that is open at this host stays
     * as it is, and nothing changes.
     *
     * @return the changes in the order in which they happened
     */
    public List<Visit> enter(Arrival arrival) {
        if (!lock(arrival.userId())) {
            throw new IllegalStateException("The member was removed meanwhile");
        }
        Optional<VisitEntity> open = openEntity(arrival.userId(), LockModeType.PESSIMISTIC_WRITE);
        if (open.filter(visit -> visit.visit().hostVenueId().equals(arrival.hostId()))
                .filter(visit -> !visit.isOverAt(arrival.at()))
                .isPresent()) {
            return List.of();
        }
        // Frees the open key for the next visit.
        Optional<Visit> before = open.map(visit -> close(visit, arrival.at(), ExitReason.MOVED));
        // Of two taps at once, the one that comes second may have been made first: two visits never overlap.
        Instant free = before.map(Visit::exitedAt).orElse(arrival.at());
        VisitEntity entered = VisitEntity.open(realm.getId(), arrival.notBefore(free));
        entities.persist(entered);
        return Stream.concat(before.stream(), Stream.of(entered.visit())).toList();
    }

    /** Closes the member's open visit if this badge client opened it. */
    public Optional<Visit> exit(String userId, String clientId, Instant at, ExitReason reason) {
        return closeOpen(userId, visit -> visit.clientId().equals(clientId), at, reason);
    }

    /** The member says that they leave this host. Empty when they are not there. */
    public Optional<Visit> leave(String userId, String hostVenueId, Instant at) {
        return closeOpen(userId, visit -> visit.hostVenueId().equals(hostVenueId), at, ExitReason.BADGE);
    }

    /** An admin closes one visit of this realm. Empty when there is none, or when it is closed already. */
    public Optional<Visit> close(String visitId, Instant at) {
        return Optional.ofNullable(entities.find(VisitEntity.class, visitId, LockModeType.PESSIMISTIC_WRITE))
                .filter(visit -> visit.visit().realmId().equals(realm.getId()) && visit.isOpen())
                .map(visit -> close(visit, at, ExitReason.ADMIN));
    }

    /** The member is being removed: closes their open visit. */
    public Optional<Visit> closeForRemoval(String userId, Instant at) {
        return closeOpen(userId, visit -> true, at, ExitReason.REMOVED);
    }

    /** Whoever changes the visit later in this transaction must read it again, under a lock. */
    private Visit read(VisitEntity visit) {
        entities.detach(visit);
        return visit.visit();
    }

    private Optional<Visit> closeOpen(String userId, Predicate<Visit> which, Instant at, ExitReason reason) {
        boolean unused = lock(userId);
        return openEntity(userId, LockModeType.PESSIMISTIC_WRITE)
                .filter(visit -> which.test(visit.visit()))
                .map(visit -> close(visit, at, reason));
    }

    private Visit close(VisitEntity visit, Instant at, ExitReason reason) {
        visit.close(at, reason);
        entities.flush();
        return visit.visit();
    }

    /** Two taps of one member at once, on whatever nodes, happen one after the other. */
    private boolean lock(String userId) {
        return entities.find(UserEntity.class, userId, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    /** Who closes a visit locks its row: others may be at it, who do not hold the member's. */
    private Optional<VisitEntity> openEntity(String userId, LockModeType lock) {
        return entities
                .createQuery(
                        "SELECT v FROM VisitEntity v WHERE v.openKey = :user AND v.exitedAt IS NULL", VisitEntity.class)
                .setParameter("user", userId)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }
}
