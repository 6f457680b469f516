package org.interlieux.visit.verify;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.interlieux.visit.delivery.ReceiverEntity;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** The checks in the database, in the session's transaction: one for each venue that was ever sent something. */
public final class Checks {
    private static final int NEW_AT_ONCE = 500;
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(1);

    private final KeycloakSession session;
    private final EntityManager entities;

    public Checks(KeycloakSession session) {
        this.session = session;
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Follows the receivers: a new one is checked from its first night on, a removed one no more. */
    void follow(Instant now) {
        String receiver = ReceiverEntity.class.getName();
        entities.createQuery(
                        "select r.venueId as venue, r.realmId as realm from " + receiver
                                + " r where not exists (select 1 from CheckEntity c where c.venueId = r.venueId)"
                                + " order by r.venueId", // as other nodes do, or they would wait for one another
                        Tuple.class)
                .setMaxResults(NEW_AT_ONCE)
                .getResultList()
                .forEach(row -> insert(row.get("venue", String.class), row.get("realm", String.class), now));
        entities.createQuery("delete from CheckEntity c where not exists (select 1 from " + receiver
                        + " r where r.venueId = c.venueId)")
                .executeUpdate();
    }

    /** Another node may do the same at this moment. */
    private void insert(String venueId, String realmId, Instant now) {
        entities.createQuery("insert into CheckEntity"
                        + " (venueId, realmId, checkAt, confirmedTo, participation, resentDay, resent)"
                        + " values (:venue, :realm, :unscheduled, :before, :unknown, 0, 0) on conflict do nothing")
                .setParameter("venue", venueId)
                .setParameter("realm", realmId)
                .setParameter("unscheduled", CheckEntity.UNSCHEDULED)
                .setParameter("before", now.minus(FIRST_LOOK_BACK).toEpochMilli())
                .setParameter("unknown", Participation.UNKNOWN)
                .executeUpdate();
    }

    /**
     * Takes venues that are to be asked. No other node takes them before the lease has run out; a node that dies meanwhile
     * leaves them to be asked later.
     */
    List<String> claim(Instant now, Duration lease, int max) {
        var query = entities.createQuery(
                        "select c from CheckEntity c where c.checkAt <= :now order by c.checkAt", CheckEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max);
        query.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        List<CheckEntity> due = query.getResultList();
        List<String> taken = due.stream()
                .filter(check -> check.checkAt != CheckEntity.UNSCHEDULED)
                .map(check -> String.valueOf(check.venueId))
                .toList();
        due.forEach(check -> check.checkAt = check.checkAt == CheckEntity.UNSCHEDULED
                ? NightlyTime.of(session, String.valueOf(check.realmId))
                        .after(now)
                        .toEpochMilli()
                : now.plus(lease).toEpochMilli());
        return taken;
    }

    /** Asks this venue within seconds; false when nothing was ever sent to it. */
    public boolean now(String venueId) {
        Optional<CheckEntity> check = lock(venueId).or(() -> {
            follow(Instant.now()); // one that was sent its first message a moment ago
            return lock(venueId);
        });
        check.ifPresent(row -> row.checkAt = 0);
        return check.isPresent();
    }

    Optional<CheckEntity> find(String venueId) {
        return Optional.ofNullable(entities.find(CheckEntity.class, venueId));
    }

    Optional<CheckEntity> lock(String venueId) {
        return Optional.ofNullable(entities.find(CheckEntity.class, venueId, LockModeType.PESSIMISTIC_WRITE));
    }
}
