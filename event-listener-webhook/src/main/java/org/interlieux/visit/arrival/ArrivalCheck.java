package org.interlieux.visit.arrival;

import java.util.List;
import org.interlieux.venue.health.Finding;
import org.interlieux.venue.health.HealthCheck;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Looks whether the arrival page can be shown: without it nobody enters anywhere. */
record ArrivalCheck() implements HealthCheck {

    @Override
    public List<Finding> ofRealm(RealmModel realm) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(VenueArrivalFactory.ID);
        return action != null && action.isEnabled()
                ? List.of()
                : List.of(Finding.error(
                        "arrival-action-off",
                        "The required action 'Venue arrival' is disabled or missing, so every login to a badge client"
                                + " fails: enable it under Authentication > Required actions"));
    }
}
