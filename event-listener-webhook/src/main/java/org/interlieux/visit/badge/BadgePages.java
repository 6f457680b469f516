package org.interlieux.visit.badge;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.picker.VenueCard;
import org.interlieux.visit.ledger.ExitReason;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.member.LoggedIn;
import org.interlieux.visit.member.MemberPage;
import org.interlieux.visit.member.MyVisitsAddress;
import org.interlieux.visit.member.Stay;
import org.interlieux.visit.member.VenueClock;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/** Shows a venue's badge page to one reader, whatever it has to say. */
record BadgePages(KeycloakSession session, MemberPage page, Venue venue, Clock clock) {

    static Response noSuchVenue(KeycloakSession session, MemberPage page) {
        return show(
                page,
                BadgeState.UNKNOWN,
                new BadgeView(BadgeState.UNKNOWN.word(), null, null, "", null, "", "", myVisits(session, page), ""));
    }

    Response of(BadgeState state) {
        return show(state, null, null);
    }

    Response here(Visit open) {
        return show(BadgeState.HERE, open, null);
    }

    /** A visit here that has ended. */
    Response ended(Visit visit) {
        boolean byMember = ExitReason.BADGE.word().equals(visit.exitReason());
        return show(byMember ? BadgeState.LEFT : BadgeState.ENDED, visit, null);
    }

    /** Nothing is open here that could be ended. */
    Response notHere(Optional<Visit> open) {
        Optional<Venue> elsewhere = open.flatMap(visit -> new Venues(session).byId(visit.hostVenueId()));
        return show(elsewhere.isPresent() ? BadgeState.ELSEWHERE : BadgeState.NOT_HERE, null, elsewhere.orElse(null));
    }

    private Response show(BadgeState state, @Nullable Visit visit, @Nullable Venue elsewhere) {
        return show(
                page,
                state,
                new BadgeView(
                        state.word(),
                        VenueCard.of(venue),
                        visit == null ? null : stay(visit),
                        visit == null ? "" : visit.id(),
                        elsewhere == null ? null : VenueCard.of(elsewhere),
                        new BadgeAddress(session, venue).page().toString(),
                        elsewhere == null
                                ? ""
                                : new BadgeAddress(session, elsewhere).page().toString(),
                        myVisits(session, page),
                        page.reader().map(LoggedIn::formToken).orElse("")));
    }

    private static Response show(MemberPage page, BadgeState state, BadgeView view) {
        return page.show(state.status(), "badge-page.ftl", "badge", view);
    }

    private Stay stay(Visit visit) {
        FederationSettings federation =
                FederationSettings.of(session.getContext().getRealm());
        return Stay.of(visit, VenueClock.of(venue, federation, page.language()), clock.instant());
    }

    private static String myVisits(KeycloakSession session, MemberPage page) {
        return page.reader().isPresent() ? new MyVisitsAddress(session).page().toString() : "";
    }
}
