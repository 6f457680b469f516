package org.interlieux.visit.ledger;

import java.util.Optional;
import org.interlieux.venue.OpenVisitProvider;
import org.interlieux.venue.Venue;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Answers from the table who is at a venue right now. */
record StoredOpenVisits(KeycloakSession session) implements OpenVisitProvider {
    @Override
    public Optional<String> openVisit(RealmModel realm, String userId, Venue host) {
        return new VisitLedger(session, realm)
                .open(userId)
                .filter(visit -> visit.hostVenueId().equals(host.id()))
                .map(Visit::id);
    }
}
