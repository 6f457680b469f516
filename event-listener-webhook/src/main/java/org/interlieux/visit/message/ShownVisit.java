package org.interlieux.visit.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.claims.PairwiseSubject;
import org.interlieux.venue.claims.ShownMember;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.message.VisitMessage.MemberShown;
import org.interlieux.visit.message.VisitMessage.VenueShown;
import org.interlieux.visit.message.VisitMessage.VisitState;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A visit as one reader may see it: what a webhook's {@code data} holds.
 *
 * @param member null for one who is not to be known, or not any more
 * @param homeVenue null for a venue that was removed
 * @param hostVenue null for a venue that was removed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ShownVisit(
        VisitState visit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MemberShown member,
        @JsonProperty("home_venue") @Nullable VenueShown homeVenue,
        @JsonProperty("host_venue") @Nullable VenueShown hostVenue) {

    /** As this venue sees it, which is its home or its host. */
    public static ShownVisit to(Venue reader, Visit visit, KeycloakSession session, RealmModel realm) {
        UserModel user = session.users().getUserById(realm, visit.userId());
        MemberShown member = null;
        if (user != null) {
            member = reader.id().equals(visit.homeVenueId())
                    ? forHome(session, realm, user)
                    : forHost(realm, user, reader);
        }
        return of(visit, member, session);
    }

    /** To the member, who needs not be told who they are; or to an admin, who reads the user's id beside it. */
    public static ShownVisit withoutMember(Visit visit, KeycloakSession session) {
        return of(visit, null, session);
    }

    private static ShownVisit of(Visit visit, @Nullable MemberShown member, KeycloakSession session) {
        Venues venues = new Venues(session);
        return new ShownVisit(
                VisitState.of(visit),
                member,
                shown(venues.byId(visit.homeVenueId())),
                shown(venues.byId(visit.hostVenueId())));
    }

    static MemberShown forHome(KeycloakSession session, RealmModel realm, UserModel user) {
        String subject = Member.of(session, realm, user).map(Member::subject).orElse("");
        return new MemberShown(subject, ShownMember.fullName(user).orElse(null), user.getEmail());
    }

    static MemberShown forHost(RealmModel realm, UserModel user, Venue host) {
        return new MemberShown(
                PairwiseSubject.of(host, user.getId()),
                FederationSettings.of(realm).hostSeesMember().of(user).orElse(null),
                null);
    }

    private static @Nullable VenueShown shown(Optional<Venue> venue) {
        return venue.map(known -> new VenueShown(known.alias(), known.name())).orElse(null);
    }
}
