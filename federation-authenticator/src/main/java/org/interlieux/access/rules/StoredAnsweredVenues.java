package org.interlieux.access.rules;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.health.AdminNotice;
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
        return find(venue).isPresent();
    }

    /** Whether it answered once, and the last that was heard is that the app is not installed. */
    boolean isGone(Venue venue) {
        return find(venue).filter(row -> row.goneSince != null).isPresent();
    }

    @Override
    public void answered(Venue venue) {
        Optional<AnsweredVenueEntity> known = find(venue);
        known.filter(row -> row.goneSince != null).ifPresent(row -> {
            row.goneSince = null;
            new AdminNotice(session).send("INTERLIEUX_APP_BACK", venue);
        });
        if (known.isPresent()) {
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

    @Override
    public void gone(Venue venue) {
        int changed = entities()
                .createQuery("update AnsweredVenueEntity set goneSince = :now where venueId = :venue"
                        + " and goneSince is null")
                .setParameter("now", clock.millis())
                .setParameter("venue", venue.id())
                .executeUpdate();
        if (changed > 0) {
            new AdminNotice(session).send("INTERLIEUX_APP_GONE", venue);
        }
    }

    /** Forgets a venue that was removed. */
    void forget(String venueId) {
        entities()
                .createQuery("delete from AnsweredVenueEntity where venueId = :venue")
                .setParameter("venue", venueId)
                .executeUpdate();
    }

    /** Forgets those of a realm that was removed. */
    void forgetRealm(String realmId) {
        entities()
                .createQuery("delete from AnsweredVenueEntity where realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private Optional<AnsweredVenueEntity> find(Venue venue) {
        return Optional.ofNullable(entities().find(AnsweredVenueEntity.class, venue.id()));
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
