package org.interlieux.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.unknown.StoredLastAnswers;
import org.interlieux.venue.BadgeClient;
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
        long start = System.nanoTime();
        Optional<Member> member = Member.of(session, realm, user);
        Optional<Venue> host = badge.host();
        Condition deciding = deciding(member, host, badge, login);
        Decision decision = new Decision(
                user.getId(),
                member.map(Member::home).map(Venue::id).orElse(null),
                host.map(Venue::id).orElse(null),
                deciding.rule(),
                deciding.outcome(),
                clock.instant());
        AccessMetrics.decided(deciding, Duration.ofNanos(System.nanoTime() - start));
        LOG.debugf(
                "Access of %s to %s: %s by %s (%s)",
                user.getId(),
                badge.venueAlias(),
                decision.outcome().word(),
                decision.rule(),
                decision.outcome().reason());
        return decision;
    }

    /** Every condition for this user to enter this host venue now, changing nothing. */
    public List<Condition> check(UserModel user, Venue host) {
        if (!host.enabled()) {
            return List.of(new Condition(HOST_VENUE, new Denied("host-venue-unusable")));
        }
        return Member.of(session, realm, user)
                .map(member -> new AccessQuestion(member, host, FromHome.NOTHING, true))
                .map(new Conditions(session, realm, clock)::each)
                .orElseGet(() -> List.of(new Condition(NO_HOME_VENUE, new Denied(NO_HOME_VENUE))));
    }

    /**
     * When this user's home venue last let them into this host venue, with no denial since.
     *
     * @return empty when it never did, or when last answers are not kept of this home venue
     */
    public Optional<Instant> lastGrant(UserModel user, Venue host) {
        return Member.of(session, realm, user)
                .map(member -> new AccessQuestion(member, host, FromHome.NOTHING, true))
                .flatMap(new StoredLastAnswers(session)::lastGrant);
    }

    /** Forgets which members were let in where, and when, before that moment. */
    public void forgetGrantsBefore(Instant moment) {
        new StoredLastAnswers(session).forgetBefore(realm.getId(), moment);
    }

    private Condition deciding(
            Optional<Member> member, Optional<Venue> host, BadgeClient badge, AuthenticationSessionModel login) {
        if (host.isEmpty()) {
            LOG.warnf(
                    "Badge client %s: its mapper venue-visit names the venue '%s', which does not exist or is disabled."
                            + " Nobody can enter until it names an enabled venue",
                    badge.clientId(), badge.venueAlias());
            return new Condition(HOST_VENUE, new Denied("host-venue-unusable"));
        }
        if (member.isEmpty()) {
            return new Condition(NO_HOME_VENUE, new Denied(NO_HOME_VENUE));
        }
        HomeLogin home = new HomeLogin(session, login, member.get());
        if (!home.isConfirmedByHome()) {
            return new Condition(HOME_LOGIN, new Denied("not-logged-in-at-home"));
        }
        return new Conditions(session, realm, clock)
                .deciding(new AccessQuestion(member.get(), host.get(), new LoginFromHome(home), false));
    }
}
