package org.interlieux.visit.ledger;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Closed visits that still say whose they are, and how they forget it. Venues, times and reasons stay, for statistics. */
public final class PersonalVisits {
    private final EntityManager entities;
    private final String realmId;

    public PersonalVisits(KeycloakSession session, String realmId) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realmId = realmId;
    }

    /**
     * Makes all closed visits of a member anonymous.
     *
     * @return what they are now
     */
    public List<Visit> forgetMember(String userId) {
        return forget(entities.createQuery(
                        "SELECT v FROM VisitEntity v WHERE v.userId = :user AND v.exitedAt IS NOT NULL"
                                + " AND v.realmId = :realm",
                        VisitEntity.class)
                .setParameter("user", userId)
                .setParameter("realm", realmId)
                .getResultList());
    }

    /**
     * Makes visits anonymous that ended before that moment; those that another node is at are left to it.
     *
     * @param max at most so many, the oldest first
     * @return what they are now
     */
    public List<Visit> forgetBefore(Instant moment, int max) {
        return forget(FreeRows.lock(entities.createQuery(
                        "SELECT v FROM VisitEntity v WHERE v.realmId = :realm AND v.keptSince < :moment"
                                + " ORDER BY v.keptSince",
                        VisitEntity.class)
                .setParameter("realm", realmId)
                .setParameter("moment", moment.toEpochMilli())
                .setMaxResults(max)));
    }

    /** The realm is gone, and with it its visits. */
    public void deleteAll() {
        entities.createQuery("DELETE FROM VisitEntity v WHERE v.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private List<Visit> forget(List<VisitEntity> visits) {
        visits.forEach(VisitEntity::makeAnonymous);
        entities.flush();
        return visits.stream().map(VisitEntity::visit).toList();
    }
}
