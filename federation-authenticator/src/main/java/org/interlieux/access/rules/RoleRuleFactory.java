package org.interlieux.access.rules;

import org.interlieux.access.AccessRule;
import org.interlieux.access.AccessRuleFactory;
import org.keycloak.models.KeycloakSession;

/** The access rule {@code role}: members with a role of the realm or of a client may use the federation. */
public final class RoleRuleFactory implements AccessRuleFactory {
    @Override
    public String getId() {
        return "role";
    }

    @Override
    public AccessRule create(KeycloakSession session) {
        return new RoleRule(session);
    }
}
