package org.interlieux.visit.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.claims.PairwiseSubject;
import org.interlieux.venue.claims.ShownMember;
import org.interlieux.visit.ledger.RemovedVenues;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.message.VisitMessage.MemberShown;
import org.interlieux.visit.message.VisitMessage.VenueShown;
import org.interlieux.visit.message.VisitMessage.VisitState;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A visit as one reader may see it: the {@code data} of a webhook, and what the lists of visits hold.
 *
 * @param member empty for one who was removed; null where the reader knows who it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownVisit(
        VisitState visit,
        @Nullable MemberShown member,
        @JsonProperty("home_venue") VenueShown homeVenue,
        @JsonProperty("host_venue") VenueShown hostVenue) {

    /** As this venue sees it, which is its home or its host. */
    public static ShownVisit to(Venue reader, Visit visit, KeycloakSession session, RealmModel realm) {
        String userId = visit.userId();
        UserModel user = userId == null ? null : session.users().getUserById(realm, userId);
        return of(visit, user == null ? MemberShown.NOBODY : member(reader, visit, user, session, realm), session);
    }

    /** To the member, who needs not be told who they are; or to an admin, who reads the user's id beside it. */
    public static ShownVisit withoutMember(Visit visit, KeycloakSession session) {
        return of(visit, null, session);
    }

    private static ShownVisit of(Visit visit, @Nullable MemberShown member, KeycloakSession session) {
        return new ShownVisit(
                VisitState.of(visit), member, venue(session, visit.homeVenueId()), venue(session, visit.hostVenueId()));
    }

    private static MemberShown member(
            Venue reader, Visit visit, UserModel user, KeycloakSession session, RealmModel realm) {
        return reader.id().equals(visit.homeVenueId()) ? forHome(session, realm, user) : forHost(realm, user, reader);
    }

    private static MemberShown forHome(KeycloakSession session, RealmModel realm, UserModel user) {
        String subject = Member.of(session, realm, user).map(Member::subject).orElse(null);
        return new MemberShown(subject, ShownMember.fullName(user).orElse(null), user.getEmail());
    }

    private static MemberShown forHost(RealmModel realm, UserModel user, Venue host) {
        return new MemberShown(
                PairwiseSubject.of(host, user.getId()),
                FederationSettings.of(realm).hostSeesMember().of(user).orElse(null),
                null);
    }

    private static VenueShown venue(KeycloakSession session, String id) {
        return new Venues(session)
                .byId(id)
                .map(venue -> new VenueShown(venue.alias(), venue.name()))
                .or(() -> new RemovedVenues(session).byId(id).map(gone -> new VenueShown(gone.alias(), gone.name())))
                .orElse(new VenueShown(id, id));
    }
}
