package org.interlieux.visit.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.visit.delivery.DeliveryOutbox;
import org.interlieux.visit.delivery.Envelope;
import org.interlieux.visit.ledger.Visit;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.util.JsonSerialization;

/** Writes a change of a visit into the outbox, once for each venue that is told. */
public final class VisitAnnouncer {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeliveryOutbox outbox;

    public VisitAnnouncer(KeycloakSession session, RealmModel realm) {
        this(session, realm, new DeliveryOutbox(session));
    }

    public VisitAnnouncer(KeycloakSession session, RealmModel realm, DeliveryOutbox outbox) {
        this.session = session;
        this.realm = realm;
        this.outbox = outbox;
    }

    /**
     * Enqueues the deliveries of one change, in the session's transaction. A venue that was removed is not told, and about
     * a member who was removed nothing is told but the visit.
     *
     * @return internal ids of the venues that have something to receive
     */
    public List<String> announce(Visit visit) {
        return announce(
                visit, Stream.of(visit.homeVenueId(), visit.hostVenueId()).distinct());
    }

    /** The same for one venue, if it is one of the two. */
    public void announceTo(String venueId, Visit visit) {
        announce(
                visit,
                Stream.of(visit.homeVenueId(), visit.hostVenueId())
                        .filter(venueId::equals)
                        .distinct());
    }

    private List<String> announce(Visit visit, Stream<String> readers) {
        Venues venues = new Venues(session);
        List<Envelope> envelopes = readers.flatMap(id -> venues.byId(id).stream())
                .filter(reader -> reader.webhookUrl().isPresent())
                .map(reader -> envelope(visit, reader))
                .toList();
        if (!envelopes.isEmpty()) {
            outbox.enqueue(realm.getId(), visit.id(), visit.sequence(), envelopes);
        }
        return envelopes.stream().map(Envelope::venueId).toList();
    }

    private Envelope envelope(Visit visit, Venue reader) {
        VisitMessage message = VisitMessage.of(visit, ShownVisit.to(reader, visit, session, realm));
        try {
            return new Envelope(reader.id(), message.type(), JsonSerialization.writeValueAsString(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
