package org.interlieux.visit.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Visits that end by themselves: when, why, and which have. */
public final class DueVisits {
    private final EntityManager entities;

    /**
     * One that has ended by itself.
     *
     * @param at when
     */
    public record Due(String visitId, String realmId, Instant at) {
        /** Comes before all. */
        public static final Due FIRST = new Due("", "", Instant.EPOCH);
    }

    public DueVisits(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** A page of those of all realms that have ended by now and are not closed, the earliest first. */
    public List<Due> after(Due last, Instant now, int max) {
        return entities.createQuery(
                        "SELECT v.id AS id, v.realmId AS realm, v.closesAt AS at FROM VisitEntity v"
                                + " WHERE v.closesAt <= :now AND (v.closesAt > :at OR v.closesAt = :at AND v.id > :id)"
                                + " ORDER BY v.closesAt, v.id",
                        Tuple.class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("at", last.at().toEpochMilli())
                .setParameter("id", last.visitId())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Due(
                        row.get("id", String.class),
                        row.get("realm", String.class),
                        Instant.ofEpochMilli(row.get("at", Long.class))))
                .toList();
    }

    /** Closes one of them, as of when it ended. Empty when somebody else has done so or is about to. */
    public Optional<Visit> close(Due due, Instant now) {
        Optional<VisitEntity> visit = FreeRows.lock(entities.createQuery(
                                "SELECT v FROM VisitEntity v WHERE v.id = :id AND v.closesAt <= :now",
                                VisitEntity.class)
                        .setParameter("id", due.visitId())
                        .setParameter("now", now.toEpochMilli()))
                .stream()
                .findFirst();
        visit.ifPresent(found -> found.close(now, ExitReason.CLOSING));
        entities.flush();
        return visit.map(VisitEntity::visit);
    }

    /** A host lets visits be open for another time than before: that counts for those that are open, too. */
    public void longestVisitIs(String hostVenueId, Duration longest) {
        entities.createQuery(
                        "UPDATE VisitEntity v SET v.closesAt = v.enteredAt + :longest"
                                + " WHERE v.hostVenueId = :host AND v.closesAt <> v.enteredAt + :longest AND v.closesFor IS NULL")
                .setParameter("host", hostVenueId)
                .setParameter("longest", longest.toMillis())
                .executeUpdate();
    }

    /** A venue is removed: all that is open there, and all of its members' visits, end at that moment. */
    public void venueIsRemoved(String venueId, Instant at) {
        endEarlier("v.hostVenueId = :id", venueId, at, ExitReason.REMOVED);
        endEarlier("v.homeVenueId = :id", venueId, at, ExitReason.REMOVED);
    }

    /** The login session of a visit has run out. */
    public void sessionIsOver(String visitId, Instant at) {
        endEarlier("v.id = :id", visitId, at, ExitReason.EXPIRED);
    }

    /** How many visits are open in all realms; counts no closed one. */
    public long openVisits() {
        return entities.createQuery("SELECT count(v) FROM VisitEntity v WHERE v.closesAt > 0", Long.class)
                .getSingleResult();
    }

    private void endEarlier(String which, String id, Instant at, ExitReason reason) {
        entities.createQuery("UPDATE VisitEntity v SET v.closesAt = :at, v.closesFor = :reason WHERE " + which
                        + " AND v.closesAt > :at")
                .setParameter("id", id)
                .setParameter("at", at.toEpochMilli())
                .setParameter("reason", reason.word())
                .executeUpdate();
    }
}
