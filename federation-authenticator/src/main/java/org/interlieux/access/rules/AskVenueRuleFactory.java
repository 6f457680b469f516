package org.interlieux.access.rules;

import java.time.Clock;
import org.interlieux.access.AccessRule;
import org.interlieux.access.AccessRuleFactory;
import org.keycloak.models.KeycloakSession;

/** The access rule {@code ask-venue}: the home venue's own site answers, each time. */
public final class AskVenueRuleFactory implements AccessRuleFactory {
    @Override
    public String getId() {
        return "ask-venue";
    }

    @Override
    public AccessRule create(KeycloakSession session) {
        return new AskVenueRule(session, new StoredAnsweredVenues(session, Clock.systemUTC()));
    }
}
