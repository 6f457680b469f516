package org.interlieux.visit.admin;

import java.time.Clock;
import java.util.List;
import org.interlieux.access.AccessDesk;
import org.interlieux.access.Condition;
import org.interlieux.venue.Venue;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What would happen if a member came to a venue now.
 *
 * @param outcome {@code granted}, {@code denied} or {@code unknown}
 * @param conditions everything that must hold, in the order in which it is looked at
 */
public record AccessCheck(String outcome, List<Answer> conditions) {

    /** One condition. */
    public record Answer(String rule, String outcome, String reason) {
        static Answer of(Condition condition) {
            return new Answer(
                    condition.rule(),
                    condition.outcome().word(),
                    condition.outcome().reason());
        }
    }

    static AccessCheck of(KeycloakSession session, RealmModel realm, UserModel member, Venue host) {
        List<Condition> conditions = new AccessDesk(session, realm, Clock.systemUTC()).check(member, host);
        String outcome = conditions.stream()
                .filter(condition -> !condition.isGranted())
                .map(condition -> condition.outcome().word())
                .findFirst()
                .orElse("granted");
        return new AccessCheck(outcome, conditions.stream().map(Answer::of).toList());
    }
}
