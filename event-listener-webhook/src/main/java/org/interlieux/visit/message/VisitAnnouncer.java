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
     * Enqueues the deliveries of one change, in the session's transaction.
     *
     * @return internal ids of the venues that have something to receive
     */
    public List<String> announce(Visit visit) {
        Venues venues = new Venues(session);
        Optional<Venue> home = venues.byId(visit.homeVenueId());
        Optional<Venue> host = venues.byId(visit.hostVenueId());
        UserModel user = session.users().getUserById(realm, visit.userId());
        if (home.isEmpty() || host.isEmpty() || user == null) {
            return List.of();
        }
        List<String> told = new ArrayList<>();
        if (tell(visit, home.get(), forHome(user), home.get(), host.get())) {
            told.add(home.get().id());
        }
        boolean elsewhere = !home.get().id().equals(host.get().id());
        if (elsewhere && tell(visit, host.get(), forHost(user, host.get()), home.get(), host.get())) {
            told.add(host.get().id());
        }
        return told;
    }

    private boolean tell(Visit visit, Venue receiver, MemberShown member, Venue home, Venue host) {
        if (receiver.webhookUrl().isEmpty()) {
            return false;
        }
        VisitMessage message = VisitMessage.of(visit, member, shown(home), shown(host));
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
        return true;
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
}
