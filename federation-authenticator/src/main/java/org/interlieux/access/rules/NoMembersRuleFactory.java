package org.interlieux.access.rules;

import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessRule;
import org.interlieux.access.AccessRuleFactory;
import org.keycloak.models.KeycloakSession;

/** The access rule {@code no-members}: this home venue lets nobody use the federation. */
public final class NoMembersRuleFactory implements AccessRuleFactory {
    @Override
    public String getId() {
        return "no-members";
    }

    @Override
    public AccessRule create(KeycloakSession session) {
        return new FixedRule(new AccessOutcome.Denied(getId()));
    }
}
