package org.interlieux.access.step;

import java.time.Instant;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.Decision;
import org.interlieux.venue.login.HomeStanding;
import org.keycloak.models.UserModel;

/** The answer to somebody whose home venue does not stand behind their login, at a service that is no door. */
final class ClosedHome {
    private static final String DISABLED = "home-closed";
    private static final String GONE = "home-gone";

    private ClosedHome() {}

    static Decision decision(UserModel user, HomeStanding standing, Instant now) {
        return standing == HomeStanding.GONE
                ? new Decision(user.getId(), null, null, GONE, new Denied("home-venue-gone"), now)
                : new Decision(user.getId(), null, null, DISABLED, new Denied("home-venue-disabled"), now);
    }
}
