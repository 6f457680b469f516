package org.interlieux.access.rules;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.interlieux.venue.Venue;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Keeps them in the database, so that every node knows and a restart forgets nothing. */
final class StoredAnsweredVenues implements AnsweredVenues {
    private final KeycloakSession session;
    private final Clock clock;

    StoredAnsweredVenues(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public boolean hasAnswered(Venue venue) {
        return entities().find(AnsweredVenueEntity.class, venue.id()) != null;
    }

    @Override
    public void remember(Venue venue) {
        if (hasAnswered(venue)) {
            return;
        }
        // Two first answers at once must not break a login, so the second insert does nothing.
        entities()
                .createQuery("INSERT INTO AnsweredVenueEntity (venueId, realmId, firstAnswer)"
                        + " VALUES (:venueId, :realmId, :firstAnswer) ON CONFLICT DO NOTHING")
                .setParameter("venueId", venue.id())
                .setParameter("realmId", session.getContext().getRealm().getId())
                .setParameter("firstAnswer", clock.millis())
                .executeUpdate();
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
