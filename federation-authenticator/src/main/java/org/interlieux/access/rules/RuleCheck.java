package org.interlieux.access.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.interlieux.access.AccessRule;
import org.interlieux.access.unknown.WhenUnknown;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.health.Finding;
import org.interlieux.venue.health.HealthCheck;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Looks at who answers for each home venue's members. */
record RuleCheck(KeycloakSession session) implements HealthCheck {

    @Override
    public List<Finding> ofVenue(RealmModel realm, Venue venue) {
        if (!venue.type().isHome()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        String rule = venue.accessRule().orElse("");
        if (rule.isEmpty() || session.getProvider(AccessRule.class, rule) == null) {
            findings.add(Finding.error(
                    "no-such-rule",
                    "There is no access rule '" + rule + "', so its members enter nowhere else: set accessRule to one"
                            + " that is installed"));
        }
        if (rule.equals("role")
                && venue.setting(VenueKeys.ACCESS_ROLE)
                        .filter(name -> KeycloakModelUtils.getRoleFromString(session, realm, name) != null)
                        .isEmpty()) {
            findings.add(Finding.error(
                    "no-such-role", "accessRole names no role of this realm, so its members enter nowhere else"));
        }
        if (WhenUnknown.choice(venue).equals(WhenUnknown.ALLOW)) {
            findings.add(Finding.warning(
                    "unknown-allowed",
                    "accessWhenUnknown is allow: while the venue does not answer, everybody who can log in there"
                            + " enters"));
        }
        if (new StoredAnsweredVenues(session, Clock.systemUTC()).isGone(venue)) {
            findings.add(Finding.error(
                    "app-gone",
                    "The app federated_venue answered before and is gone from the site, so its members enter nowhere"
                            + " else: install it again, or set accessRule to all-members"));
        }
        return findings;
    }
}
