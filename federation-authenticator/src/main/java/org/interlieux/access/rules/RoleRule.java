package org.interlieux.access.rules;

import java.util.Optional;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.AccessQuestion;
import org.interlieux.access.AccessRule;
import org.interlieux.venue.VenueKeys;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Lets in whom the realm's admins, or their mappers, gave a role; roles within composites count. */
record RoleRule(KeycloakSession session) implements AccessRule {

    @Override
    public AccessOutcome answer(AccessQuestion question) {
        Optional<RoleModel> role = question.home()
                .setting(VenueKeys.ACCESS_ROLE)
                .flatMap(name -> Optional.ofNullable(KeycloakModelUtils.getRoleFromString(
                        session, session.getContext().getRealm(), name)));
        if (role.isEmpty()) {
            return new Unknown("no-such-role");
        }
        return question.member().user().hasRole(role.get()) ? new Granted("has-role") : new Denied("lacks-role");
    }
}
