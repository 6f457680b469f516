package org.interlieux.access.step;

import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.interlieux.access.AccessDesk;
import org.interlieux.access.Decision;
import org.interlieux.access.DecisionNote;
import org.interlieux.access.Denial;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.login.HomeStanding;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Asks, decides, answers: a login to a badge client goes on only with a granted decision, and a login to anything else
 * only while the home venue stands behind it.
 */
final class FederationAccessStep implements Authenticator {
    private final Clock clock;

    FederationAccessStep(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<BadgeClient> badge = BadgeClient.of(
                context.getSession(), context.getAuthenticationSession().getClient());
        if (badge.isEmpty()) {
            authenticateElsewhere(context);
            return;
        }
        Decision decision = decide(context, badge.get());
        DecisionNote.save(context.getAuthenticationSession(), decision);
        if (decision.isGranted()) {
            context.success();
        } else {
            deny(context, new Denial(context.getSession(), decision, badge.get()));
        }
    }

    /** A service that is no door asks no rule; but nobody logs in anywhere as a member of a venue that is no more. */
    private void authenticateElsewhere(AuthenticationFlowContext context) {
        HomeStanding standing =
                HomeStanding.of(context.getSession(), context.getAuthenticationSession(), context.getUser());
        if (standing == HomeStanding.GOOD) {
            context.success();
        } else {
            Decision decision = ClosedHome.decision(context.getUser(), standing, clock.instant());
            deny(context, new Denial(context.getSession(), decision, null));
        }
    }

    private static void deny(AuthenticationFlowContext context, Denial denial) {
        denial.report(context.getEvent(), context.getUser());
        context.forceChallenge(denial.page(context.form()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String choice = context.getHttpRequest().getDecodedFormParameters().getFirst(Denial.CHOICE);
        Optional<Response> atHome = Denial.logOutAtHome(context.getSession(), context.getUser(), choice);
        if (Denial.BACK_TO_SERVICE.equals(choice)) {
            context.cancelLogin();
        } else if (atHome.isPresent()) {
            context.forceChallenge(atHome.get());
        } else {
            authenticate(context);
        }
    }

    private Decision decide(AuthenticationFlowContext context, BadgeClient badge) {
        return new AccessDesk(context.getSession(), context.getRealm(), clock)
                .decide(context.getUser(), badge, context.getAuthenticationSession());
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
