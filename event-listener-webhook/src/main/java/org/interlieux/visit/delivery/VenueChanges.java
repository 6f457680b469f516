package org.interlieux.visit.delivery;

import java.time.Clock;
import org.interlieux.venue.reference.VenueRemoval;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.IdentityProviderRemovedEvent;
import org.keycloak.models.RealmModel.IdentityProviderUpdatedEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Follows what admins do with venues, in the transaction in which they do it: a venue that is saved is tried again, however
 * it stands, and what a removed one leaves is cleared away by the next sweep.
 */
record VenueChanges(Clock clock) implements ProviderEventListener {
    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof IdentityProviderUpdatedEvent updated) {
            new Progress(
                            updated.getKeycloakSession(),
                            updated.getUpdatedIdentityProvider().getInternalId())
                    .tryAgain(clock.instant());
        } else if (event instanceof IdentityProviderRemovedEvent removed) {
            KeycloakSession session = removed.getKeycloakSession();
            VenueRemoval.whenGone(removed, venue -> new Receivers(session).venueGone(venue.id()));
        } else if (event instanceof RealmRemovedEvent removed) {
            new Receivers(removed.getKeycloakSession())
                    .realmGone(removed.getRealm().getId());
        }
    }
}
