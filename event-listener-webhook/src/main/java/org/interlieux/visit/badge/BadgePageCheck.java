package org.interlieux.visit.badge;

import java.util.List;
import org.interlieux.venue.Venue;
import org.interlieux.venue.health.Finding;
import org.interlieux.venue.health.HealthCheck;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Looks whether a venue's badge page can be used. A venue without a client for it has none, and need not have one. */
record BadgePageCheck(KeycloakSession session) implements HealthCheck {
    @Override
    public List<Finding> ofVenue(RealmModel realm, Venue venue) {
        return BadgePageClient.of(session, realm, venue)
                .filter(client -> !client.faults().isEmpty())
                .map(client -> Finding.error(
                        "badge-page-unusable",
                        "Nobody can enter at its badge page: the client "
                                + client.client().getClientId()
                                + " is there, but " + String.join(", ", client.faults())
                                + ". Mend the client, or remove it if the venue is to have no badge page"))
                .stream()
                .toList();
    }
}
