package org.interlieux.visit.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.claims.PairwiseSubject;
import org.interlieux.venue.claims.ShownMember;
import org.interlieux.visit.delivery.DeliveryOutbox;
import org.interlieux.visit.ledger.RemovedVenues;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.message.VisitMessage.MemberShown;
import org.interlieux.visit.message.VisitMessage.VenueShown;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

/** Writes a change of a visit into the outbox, once for each venue that is told. */
public final class VisitAnnouncer {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeliveryOutbox outbox;

    public VisitAnnouncer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.outbox = new DeliveryOutbox(session);
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
        VenueShown homeShown = home.map(VisitAnnouncer::shown).orElseGet(() -> removed(visit.homeVenueId()));
        VenueShown hostShown = host.map(VisitAnnouncer::shown).orElseGet(() -> removed(visit.hostVenueId()));
        Optional<UserModel> user =
                Optional.ofNullable(visit.userId()).map(id -> session.users().getUserById(realm, id));
        List<String> told = new ArrayList<>();
        if (home.isPresent()) {
            MemberShown member = user.map(this::forHome).orElse(MemberShown.NOBODY);
            tell(visit, home.get(), member, homeShown, hostShown).ifPresent(told::add);
        }
        if (host.isPresent() && !visit.hostVenueId().equals(visit.homeVenueId())) {
            MemberShown member = user.map(known -> forHost(known, host.get())).orElse(MemberShown.NOBODY);
            tell(visit, host.get(), member, homeShown, hostShown).ifPresent(told::add);
        }
        return told;
    }

    private Optional<String> tell(Visit visit, Venue receiver, MemberShown member, VenueShown home, VenueShown host) {
        if (receiver.webhookUrl().isEmpty()) {
            return Optional.empty();
        }
        VisitMessage message = VisitMessage.of(visit, member, home, host);
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

    private MemberShown forHome(UserModel user) {
        String subject = Member.of(session, realm, user).map(Member::subject).orElse("");
        return new MemberShown(subject, ShownMember.fullName(user).orElse(null), user.getEmail());
    }

    private MemberShown forHost(UserModel user, Venue host) {
        ShownMember shown = FederationSettings.of(realm).hostSeesMember();
        return new MemberShown(
                PairwiseSubject.of(host, user.getId()), shown.of(user).orElse(null), null);
    }

    private static VenueShown shown(Venue venue) {
        return new VenueShown(venue.alias(), venue.name());
    }

    private VenueShown removed(String id) {
        return new RemovedVenues(session)
                .byId(id)
                .map(gone -> new VenueShown(gone.alias(), gone.name()))
                .orElse(new VenueShown(id, id));
    }
}
