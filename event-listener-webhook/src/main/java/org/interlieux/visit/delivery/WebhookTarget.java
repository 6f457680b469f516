package org.interlieux.visit.delivery;

import java.net.URI;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.Venues;
import org.interlieux.venue.http.GuardedHttp;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Where a venue receives, and with what: all that an attempt needs once its transaction is over. */
record WebhookTarget(URI url, WebhookSignature signature, GuardedHttp http) {

    /** Empty when the venue is gone or is not to be told any more. */
    static Optional<WebhookTarget> of(KeycloakSession session, RealmModel realm, String venueId) {
        return new Venues(session).byId(venueId).flatMap(venue -> venue.webhookUrl()
                .map(url -> of(session, realm, venue, url)));
    }

    private static WebhookTarget of(KeycloakSession session, RealmModel realm, Venue venue, String url) {
        return new WebhookTarget(
                URI.create(url),
                new WebhookSignature(new WebhookKeys(session, realm).of(venue.id()), venue.type() == VenueType.DOKOS),
                session.getProvider(GuardedHttp.class));
    }
}
