package org.interlieux.access;

import java.time.Clock;
import java.util.Optional;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.login.HomeLogin;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The one place that decides: every door asks here, so that all of them give the same answer. */
public final class AccessDesk {
    private static final Logger LOG = Logger.getLogger(AccessDesk.class);

    /** What decided when no rule was asked. */
    public static final String HOME = "home";

    public static final String NO_HOME_VENUE = "no-home-venue";
    public static final String HOME_LOGIN = "home-login";
    public static final String HOST_VENUE = "host-venue";
    public static final String ACCEPTED_HOME_VENUES = VenueKeys.ACCEPTED_HOME_VENUES;
    public static final String OPENING_HOURS = VenueKeys.OPENING_HOURS;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public AccessDesk(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** Answers whether this user may enter the badge client's host venue now, by this login. */
    public Decision decide(UserModel user, BadgeClient badge, AuthenticationSessionModel login) {
        Optional<Member> member = Member.of(session, realm, user);
        Optional<Venue> host = badge.host();
        Decision decision;
        if (host.isEmpty()) {
            LOG.warnf(
                    "Badge client %s: its mapper venue-visit names the venue '%s', which does not exist or is disabled."
                            + " Nobody can enter until it names an enabled venue",
                    badge.clientId(), badge.venueAlias());
            decision = decision(user, member, host, HOST_VENUE, new Denied("host-venue-unusable"));
        } else if (member.isEmpty()) {
            decision = decision(user, member, host, NO_HOME_VENUE, new Denied(NO_HOME_VENUE));
        } else {
            HomeLogin home = new HomeLogin(session, login, member.get());
            AccessQuestion question = new AccessQuestion(member.get(), host.get(), home::memberToken);
            decision = home.isConfirmedByHome()
                    ? decide(question)
                    : decision(question, HOME_LOGIN, new Denied("not-logged-in-at-home"));
        }
        LOG.debugf(
                "Access of %s to %s: %s by %s (%s)",
                user.getId(),
                badge.venueAlias(),
                decision.outcome().word(),
                decision.rule(),
                decision.outcome().reason());
        return decision;
    }

    private Decision decide(AccessQuestion question) {
        Venue home = question.home();
        Venue host = question.host();
        if (!home.enabled()) {
            return decision(question, HOME, new Denied("home-venue-disabled"));
        }
        if (home.id().equals(host.id())) {
            return decision(question, HOME, new Granted(HOME));
        }
        if (!host.acceptedHomeVenues().isEmpty() && !host.acceptedHomeVenues().contains(home.alias())) {
            return decision(question, ACCEPTED_HOME_VENUES, new Denied("home-venue-not-accepted"));
        }
        Optional<Denied> closed = new HostDoor(host, FederationSettings.of(realm)).refusal(clock.instant());
        return closed.isPresent() ? decision(question, OPENING_HOURS, closed.get()) : askRule(question);
    }

    private Decision askRule(AccessQuestion question) {
        Venue home = question.home();
        String id = home.accessRule().orElse("");
        AccessRule rule = id.isEmpty() ? null : session.getProvider(AccessRule.class, id);
        if (rule == null) {
            LOG.warnf(
                    "Venue %s: there is no access rule '%s'. Set accessRule to one that is installed",
                    home.alias(), id);
            return decision(question, id, new Unknown("no-such-rule"));
        }
        AccessOutcome outcome = answer(rule, question);
        if (outcome instanceof Unknown unknown
                && home.setting(VenueKeys.ACCESS_WHEN_UNKNOWN)
                        .filter("allow"::equals)
                        .isPresent()) {
            outcome = new Granted("unknown-allowed:" + unknown.reason());
        }
        return decision(question, id, outcome);
    }

    /** A rule that somebody else wrote must not turn a refusal into an error page. */
    private static AccessOutcome answer(AccessRule rule, AccessQuestion question) {
        try {
            return rule.answer(question);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Venue %s: its access rule failed", question.home().alias());
            return new Unknown("rule-failed");
        }
    }

    private Decision decision(AccessQuestion question, String rule, AccessOutcome outcome) {
        return decision(
                question.member().user(), Optional.of(question.member()), Optional.of(question.host()), rule, outcome);
    }

    private Decision decision(
            UserModel user, Optional<Member> member, Optional<Venue> host, String rule, AccessOutcome outcome) {
        return new Decision(
                user.getId(),
                member.map(Member::home).map(Venue::id).orElse(null),
                host.map(Venue::id).orElse(null),
                rule,
                outcome,
                clock.instant());
    }
}
