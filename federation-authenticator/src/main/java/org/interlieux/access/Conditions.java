package org.interlieux.access;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.unknown.StoredLastAnswers;
import org.interlieux.access.unknown.WhenUnknown;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.Venue;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Everything that must hold for a member to enter a host venue, the cheap before the dear: the home venue is asked last. */
final class Conditions {
    private static final Logger LOG = Logger.getLogger(Conditions.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    Conditions(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** The first that does not hold, else the last. */
    Condition deciding(AccessQuestion question) {
        Condition last = null;
        for (Supplier<Condition> condition : all(question)) {
            last = condition.get();
            if (!last.isGranted()) {
                return last;
            }
        }
        if (last == null) {
            throw new IllegalStateException("Nothing would have to hold");
        }
        return last;
    }

    /** Each of them, whether the ones before hold or not. */
    List<Condition> each(AccessQuestion question) {
        return all(question).stream().map(Supplier::get).toList();
    }

    private List<Supplier<Condition>> all(AccessQuestion question) {
        Venue home = question.home();
        Venue host = question.host();
        Supplier<Condition> enabled = () -> new Condition(
                AccessDesk.HOME, home.enabled() ? new Granted(AccessDesk.HOME) : new Denied("home-venue-disabled"));
        return home.id().equals(host.id())
                ? List.of(enabled)
                : List.of(enabled, () -> accepted(home, host), () -> open(host), () -> rule(question));
    }

    private static Condition accepted(Venue home, Venue host) {
        List<String> accepted = host.acceptedHomeVenues();
        return new Condition(
                AccessDesk.ACCEPTED_HOME_VENUES,
                accepted.isEmpty() || accepted.contains(home.alias())
                        ? new Granted("home-venue-accepted")
                        : new Denied("home-venue-not-accepted"));
    }

    private Condition open(Venue host) {
        return new Condition(
                AccessDesk.OPENING_HOURS,
                new HostDoor(host, FederationSettings.of(realm))
                        .refusal(clock.instant())
                        .<AccessOutcome>map(closed -> closed)
                        .orElseGet(() -> new Granted("open-now")));
    }

    private Condition rule(AccessQuestion question) {
        String id = question.home().accessRule().orElse("");
        AccessRule rule = id.isEmpty() ? null : session.getProvider(AccessRule.class, id);
        if (rule == null) {
            LOG.warnf(
                    "Venue %s: there is no access rule '%s'. Set accessRule to one that is installed",
                    question.home().alias(), id);
            return new Condition(id, new Unknown("no-such-rule"));
        }
        WhenUnknown whenUnknown = new WhenUnknown(new StoredLastAnswers(session), clock);
        return new Condition(id, whenUnknown.apply(question, answer(rule, question)));
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
}
