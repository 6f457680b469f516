package org.interlieux.visit.ledger;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.UserEntity;

/** Opens and closes visits in the transaction of the session. Each change it makes is returned, to be told. */
public final class VisitLedger {
    private final EntityManager entities;
    private final RealmModel realm;

    public VisitLedger(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /** The member's open visit, wherever it is. */
    public Optional<Visit> open(String userId) {
        return openEntity(userId).map(VisitEntity::visit);
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
        lock(arrival.userId());
        List<Visit> changes = new ArrayList<>();
        Optional<VisitEntity> open = openEntity(arrival.userId());
        if (open.isPresent()) {
            if (open.get().visit().hostVenueId().equals(arrival.hostId())) {
                return changes;
            }
            open.get().close(arrival.at(), ExitReason.MOVED);
            entities.flush(); // frees the open key before the next visit takes it
            changes.add(open.get().visit());
        }
        VisitEntity entered = VisitEntity.open(realm.getId(), arrival);
        entities.persist(entered);
        entities.flush();
        changes.add(entered.visit());
        return changes;
    }

    /** Closes the member's open visit if this badge client opened it. */
    public Optional<Visit> exit(String userId, String clientId, Instant at, ExitReason reason) {
        lock(userId);
        Optional<VisitEntity> open =
                openEntity(userId).filter(visit -> visit.visit().clientId().equals(clientId));
        open.ifPresent(visit -> {
            visit.close(at, reason);
            entities.flush();
        });
        return open.map(VisitEntity::visit);
    }

    /** Two taps of one member at once, on whatever nodes, happen one after the other. */
    private void lock(String userId) {
        entities.find(UserEntity.class, userId, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<VisitEntity> openEntity(String userId) {
        return entities.createQuery("SELECT v FROM VisitEntity v WHERE v.openKey = :user", VisitEntity.class)
                .setParameter("user", userId)
                .getResultStream()
                .findFirst();
    }
}
