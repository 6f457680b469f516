package org.interlieux.access;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;
import org.interlieux.venue.Venues;
import org.interlieux.venue.login.HomeLogout;
import org.interlieux.venue.picker.VenueCard;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A decision that is not a yes: the page that the member sees, and the event that an admin reads. */
public final class Denial {
    /** The form field of the page's buttons. */
    public static final String CHOICE = "choice";

    public static final String BACK_TO_SERVICE = "back-to-service";

    private static final String LOG_OUT_AT_HOME = "log-out-at-home";

    /** Longest reason that is shown, in characters. */
    private static final int MAX_REASON = 200;

    private final KeycloakSession session;
    private final Decision decision;
    private final @Nullable BadgeClient badge;
    private final Optional<Venue> home;

    /** @param badge null at a service that is no door */
    public Denial(KeycloakSession session, Decision decision, @Nullable BadgeClient badge) {
        this.session = session;
        this.decision = decision;
        this.badge = badge;
        this.home = Optional.ofNullable(decision.homeId()).flatMap(new Venues(session)::byId);
    }

    /** Tells the admin, without counting as a failed login: the member proved who they are. */
    public void report(EventBuilder login, UserModel user) {
        login.clone()
                .event(EventType.LOGIN_ERROR)
                .user(user)
                .detail("home_venue", home.map(Venue::alias).orElse(""))
                .detail("host_venue", badge == null ? "" : badge.venueAlias())
                .detail("access_rule", decision.rule())
                .detail("access_reason", decision.outcome().reason())
                .error(Errors.ACCESS_DENIED);
    }

    public Response page(LoginFormsProvider form) {
        return form.setStatus(Response.Status.FORBIDDEN)
                .setAttribute("denial", view())
                .createForm("access-denied.ftl");
    }

    /** What follows a tap on the page that leads out of this login to the home venue; empty for every other button. */
    public static Optional<Response> logOutAtHome(KeycloakSession session, UserModel user, @Nullable String choice) {
        return LOG_OUT_AT_HOME.equals(choice)
                ? logoutAddress(session, user)
                        .map(address -> Response.seeOther(address).build())
                : Optional.empty();
    }

    private static Optional<URI> logoutAddress(KeycloakSession session, @Nullable UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return Optional.ofNullable(user)
                .flatMap(known -> Member.of(session, login.getRealm(), known))
                .flatMap(new HomeLogout(session, login)::address);
    }

    private DenialView view() {
        String text = decision.outcome().text();
        return new DenialView(
                decision.outcome().word(),
                decision.rule(),
                decision.outcome().reason(),
                text == null ? "" : ForeignText.clean(text, MAX_REASON).orElse(""),
                home.map(VenueCard::of).orElse(null),
                badge == null ? null : badge.host().map(VenueCard::of).orElse(null),
                nextOpening().orElse(null),
                logoutAddress(session, user()).isPresent());
    }

    private @Nullable UserModel user() {
        return session.users().getUserById(session.getContext().getRealm(), decision.userId());
    }

    private Optional<HostDoor.Opening> nextOpening() {
        if (badge == null || !decision.rule().equals(AccessDesk.OPENING_HOURS)) {
            return Optional.empty();
        }
        RealmModel realm = session.getContext().getRealm();
        Locale reader = session.getContext().resolveLocale(user());
        return badge.host()
                .flatMap(host -> new HostDoor(host, FederationSettings.of(realm)).nextOpening(decision.at(), reader));
    }
}
