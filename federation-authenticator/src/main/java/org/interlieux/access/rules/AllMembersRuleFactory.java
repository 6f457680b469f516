package org.interlieux.access.rules;

import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessRule;
import org.interlieux.access.AccessRuleFactory;
import org.keycloak.models.KeycloakSession;

/** The access rule {@code all-members}: whoever can log in at this home venue may use the federation. */
public final class AllMembersRuleFactory implements AccessRuleFactory {
    @Override
    public String getId() {
        return "all-members";
    }

    @Override
    public AccessRule create(KeycloakSession session) {
        return new FixedRule(new AccessOutcome.Granted(getId()));
    }
}
