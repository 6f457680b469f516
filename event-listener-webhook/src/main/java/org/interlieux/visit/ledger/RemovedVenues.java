package org.interlieux.visit.ledger;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The names of venues that were removed: their visits are still told and counted. */
public final class RemovedVenues {
    private final EntityManager entities;

    /**
     * One of them.
     *
     * @param alias another venue may have it by now
     */
    public record RemovedVenue(String id, String alias, String name) {}

    public RemovedVenues(KeycloakSession session) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** Finds one by the internal id that it had. */
    public Optional<RemovedVenue> byId(String id) {
        return Optional.ofNullable(entities.find(RemovedVenueEntity.class, id))
                .map(row -> new RemovedVenue(id, String.valueOf(row.alias), String.valueOf(row.name)));
    }

    /** This venue is being removed. */
    public void add(RealmModel realm, Venue venue) {
        RemovedVenueEntity row = new RemovedVenueEntity();
        row.id = venue.id();
        row.realmId = realm.getId();
        row.alias = venue.alias();
        row.name = venue.name();
        entities.merge(row); // an import may have brought back a venue under the id of one that was removed
    }

    /** The realm is gone. */
    public void forgetRealm(String realmId) {
        entities.createQuery("delete from RemovedVenueEntity where realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
