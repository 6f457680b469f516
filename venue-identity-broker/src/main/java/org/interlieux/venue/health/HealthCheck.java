package org.interlieux.venue.health;

import java.util.List;
import org.interlieux.venue.Venue;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** Looks for what is wrong in one matter. It changes nothing, and calls nobody. */
public interface HealthCheck extends Provider {

    /** What is to be said of the realm's own set-up. */
    default List<Finding> ofRealm(RealmModel realm) {
        return List.of();
    }

    /** What is to be said of one venue, which may be disabled. */
    default List<Finding> ofVenue(RealmModel realm, Venue venue) {
        return List.of();
    }

    @Override
    default void close() {}
}
