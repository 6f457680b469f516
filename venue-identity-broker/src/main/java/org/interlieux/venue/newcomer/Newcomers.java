package org.interlieux.venue.newcomer;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The accounts that were made at a first login and not let in yet. */
public final class Newcomers {
    private final EntityManager entities;
    private final Clock clock;

    /**
     * One of them.
     *
     * @param realmId internal id of the realm
     */
    record Newcomer(String userId, String realmId) {}

    public Newcomers(KeycloakSession session, Clock clock) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.clock = clock;
    }

    /** A first login has made this account. */
    public void add(RealmModel realm, String userId) {
        NewcomerEntity newcomer = new NewcomerEntity();
        newcomer.userId = userId;
        newcomer.realmId = realm.getId();
        newcomer.since = clock.millis();
        entities.persist(newcomer);
    }

    /** This account was let in, or is gone. */
    void remove(String userId) {
        entities.createQuery("delete from NewcomerEntity where userId = :user")
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** The realm is gone. */
    void removeRealm(String realmId) {
        entities.createQuery("delete from NewcomerEntity where realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    /** Those who came before that moment, oldest first. */
    List<Newcomer> before(Instant moment, int max) {
        return entities.createQuery(
                        "select n from NewcomerEntity n where n.since < :moment order by n.since", NewcomerEntity.class)
                .setParameter("moment", moment.toEpochMilli())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new Newcomer(String.valueOf(row.userId), String.valueOf(row.realmId)))
                .toList();
    }
}
