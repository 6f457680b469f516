package org.interlieux.access.rules;

import org.interlieux.access.AccessRule;
import org.interlieux.access.AccessRuleFactory;
import org.keycloak.models.KeycloakSession;

/** The access rule {@code claim}: what the home venue released at the login says whether the member may enter. */
public final class ClaimRuleFactory implements AccessRuleFactory {
    @Override
    public String getId() {
        return "claim";
    }

    @Override
    public AccessRule create(KeycloakSession session) {
        return new ClaimRule();
    }
}
