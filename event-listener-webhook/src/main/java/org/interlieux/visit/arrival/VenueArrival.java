package org.interlieux.visit.arrival;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.interlieux.access.AccessDesk;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.Decision;
import org.interlieux.access.DecisionNote;
import org.interlieux.access.Denial;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitLedger;
import org.interlieux.visit.member.OwnPage;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The arrival page. It runs on every way into a login to a badge client, so it is also the safety net: a login that holds
 * no decision of the access rule gets one here.
 */
final class VenueArrival implements RequiredActionProvider {
    private static final String CHOICE = Denial.CHOICE;
    private static final String ARRIVE = "arrive";
    private static final String NOT_NOW = "not-now";

    /** What decided, for a member who enters without end. */
    private static final String ENTRY_LIMIT = "entry-limit";

    private final Clock clock;
    private final EntryLimit limit;

    VenueArrival(Clock clock, EntryLimit limit) {
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (VenueArrivalFactory.ID.equals(login.getClientNote(Constants.KC_ACTION))) {
            // An action that cannot be asked for is skipped when it is asked for, so the wish must not be heard.
            login.removeClientNote(Constants.KC_ACTION);
        }
        Optional<BadgeClient> badge = badge(context);
        if (badge.isEmpty()) {
            return;
        }
        if (isSettled(context, badge.get())) {
            login.removeRequiredAction(VenueArrivalFactory.ID);
        } else {
            login.addRequiredAction(VenueArrivalFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        // An administrator can give the action to a member: then it comes at every service, also where it is no door.
        badge(context).ifPresentOrElse(badge -> challenge(context, badge), context::success);
    }

    private void challenge(RequiredActionContext context, BadgeClient badge) {
        if (decision(context, badge).isEmpty()) {
            Decision decision = ask(context, badge);
            DecisionNote.save(context.getAuthenticationSession(), decision);
            if (!decision.isGranted()) {
                deny(context, badge, decision);
                return;
            }
        }
        if (isSettled(context, badge)) {
            context.success();
        } else {
            context.challenge(page(context, badge));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(CHOICE);
        Optional<Response> atHome = Denial.logOutAtHome(context.getSession(), context.getUser(), choice);
        if (atHome.isPresent()) {
            context.challenge(atHome.get());
        } else if (NOT_NOW.equals(choice) || Denial.BACK_TO_SERVICE.equals(choice)) {
            context.failure();
        } else {
            badge(context)
                    .filter(badge -> ARRIVE.equals(choice) && isFromItsOwnPage(context))
                    .filter(badge -> decision(context, badge).isPresent())
                    .ifPresentOrElse(badge -> arrive(context, badge), () -> requiredActionChallenge(context));
        }
    }

    /** A form on another site's page cannot tap, not even one that got hold of this login's codes. */
    private static boolean isFromItsOwnPage(RequiredActionContext context) {
        return OwnPage.sent(context.getHttpRequest().getHttpHeaders());
    }

    private void arrive(RequiredActionContext context, BadgeClient badge) {
        String user = context.getUser().getId();
        if (limit.isReached(new VisitLedger(context.getSession(), context.getRealm()), user, clock)) {
            String home = Member.of(context.getSession(), context.getRealm(), context.getUser())
                    .map(member -> member.home().id())
                    .orElse(null);
            String host = badge.host().map(Venue::id).orElse(null);
            deny(
                    context,
                    badge,
                    new Decision(user, home, host, ENTRY_LIMIT, new Denied("too-many-entries"), clock.instant()));
            return;
        }
        badge.host().ifPresent(host -> new ArrivalNote(UUID.randomUUID().toString(), user, host.id(), clock.millis())
                .save(context.getAuthenticationSession()));
        context.success();
    }

    private static void deny(RequiredActionContext context, BadgeClient badge, Decision decision) {
        Denial denial = new Denial(context.getSession(), decision, badge);
        denial.report(context.getEvent(), context.getUser());
        context.challenge(denial.page(context.form()));
    }

    /** Nothing is left to do: the rule was asked, and where visits are recorded the member tapped or is here already. */
    private boolean isSettled(RequiredActionContext context, BadgeClient badge) {
        if (decision(context, badge).isEmpty()) {
            return false;
        }
        String user = context.getUser().getId();
        String host = badge.host().map(Venue::id).orElse("");
        return !badge.recordsVisits()
                || ArrivalNote.find(context.getAuthenticationSession(), user, host)
                        .isPresent()
                || openVisit(context)
                        .filter(visit -> visit.hostVenueId().equals(host))
                        .isPresent();
    }

    /** A decision does not outlive its venues: one that was disabled since is asked about again, and refused. */
    private Optional<DecisionNote> decision(RequiredActionContext context, BadgeClient badge) {
        return Member.of(context.getSession(), context.getRealm(), context.getUser())
                .filter(member -> member.home().enabled())
                .flatMap(member -> badge.host()
                        .flatMap(host -> DecisionNote.find(
                                context.getAuthenticationSession(),
                                member.user().getId(),
                                member.home().id(),
                                host.id(),
                                clock)));
    }

    private Decision ask(RequiredActionContext context, BadgeClient badge) {
        return new AccessDesk(context.getSession(), context.getRealm(), clock)
                .decide(context.getUser(), badge, context.getAuthenticationSession());
    }

    private static Optional<BadgeClient> badge(RequiredActionContext context) {
        return BadgeClient.of(
                context.getSession(), context.getAuthenticationSession().getClient());
    }

    private static Optional<Visit> openVisit(RequiredActionContext context) {
        return new VisitLedger(context.getSession(), context.getRealm())
                .open(context.getUser().getId());
    }

    private static Response page(RequiredActionContext context, BadgeClient badge) {
        UserModel user = context.getUser();
        Venue home = Member.of(context.getSession(), context.getRealm(), user)
                .map(Member::home)
                .orElseThrow();
        Venue host = badge.host().orElseThrow();
        ArrivalView view = ArrivalView.of(context.getSession(), user, home, host, openVisit(context));
        return context.form().setAttribute("arrival", view).createForm("venue-arrival.ftl");
    }

    @Override
    public void close() {}
}
