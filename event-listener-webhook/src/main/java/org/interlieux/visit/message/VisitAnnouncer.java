package org.interlieux.visit.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.visit.delivery.DeliveryOutbox;
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
        Venues venues = new Venues(session);
        Optional<Venue> home = venues.byId(visit.homeVenueId());
        Optional<Venue> host = venues.byId(visit.hostVenueId());
        List<String> told = new ArrayList<>();
        home.flatMap(reader -> tell(visit, reader)).ifPresent(told::add);
        host.filter(reader -> !visit.hostVenueId().equals(visit.homeVenueId()))
                .flatMap(reader -> tell(visit, reader))
                .ifPresent(told::add);
        return told;
    }

    /** The same for one venue, if it is one of the two. */
    public void announceTo(String venueId, Visit visit) {
        if (venueId.equals(visit.homeVenueId()) || venueId.equals(visit.hostVenueId())) {
            new Venues(session).byId(venueId).ifPresent(reader -> tell(visit, reader));
        }
    }

    private Optional<String> tell(Visit visit, Venue receiver) {
        if (receiver.webhookUrl().isEmpty()) {
            return Optional.empty();
        }
        VisitMessage message = VisitMessage.of(visit, ShownVisit.to(receiver, visit, session, realm));
        try {
            outbox.enqueue(
                    realm.getId(),
                    receiver.id(),
                    visit.id(),
                    visit.sequence(),
                    message.type(),
                    JsonSerialization.writeValueAsString(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(receiver.id());
    }
}
