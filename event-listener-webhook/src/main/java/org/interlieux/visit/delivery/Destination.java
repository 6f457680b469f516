package org.interlieux.visit.delivery;

import java.net.URI;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.Venues;
import org.interlieux.venue.http.GuardedHttp;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What is to become of a venue's messages at this moment. */
public sealed interface Destination {
    /** They can be sent. */
    record Open(WebhookTarget target) implements Destination {}

    /** The venue or its realm is disabled: they wait. */
    record Closed() implements Destination {}

    /** The venue has no {@code webhookUrl} any more: it is not told. */
    record Untold() implements Destination {}

    /** The venue or its realm is removed. */
    record Gone() implements Destination {}

    /** Looks it up, and makes the session's realm that of the venue. */
    static Destination of(KeycloakSession session, String realmId, String venueId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return new Gone();
        }
        session.getContext().setRealm(realm);
        Optional<Venue> venue = new Venues(session).byId(venueId);
        return venue.isEmpty() ? new Gone() : of(session, realm, venue.get());
    }

    /** Where a venue of the session's realm receives. */
    static Destination of(KeycloakSession session, RealmModel realm, Venue venue) {
        if (!realm.isEnabled() || !venue.enabled()) {
            return new Closed();
        }
        return venue.webhookUrl()
                .<Destination>map(url -> new Open(target(session, realm, venue, url)))
                .orElseGet(Untold::new);
    }

    private static WebhookTarget target(KeycloakSession session, RealmModel realm, Venue venue, String url) {
        return new WebhookTarget(
                URI.create(url),
                new WebhookSignature(new WebhookKeys(session, realm).of(venue.id()), venue.type() == VenueType.DOKOS),
                session.getProvider(GuardedHttp.class));
    }
}
