package org.interlieux.venue.settings;

import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;

/** Gives a venue the flows of the federation, so that an admin cannot forget the access rule. */
public final class VenueFlows {
    private static final String ACCESS_FLOW = "federation access";
    private static final String FIRST_LOGIN_FLOW = "federation first login";
    private static final String ACCESS_STEP = "federation-access";

    private VenueFlows() {}

    static void fillIn(IdentityProviderModel model, RealmModel realm) {
        if (model.getPostBrokerLoginFlowId() == null) {
            flow(realm, ACCESS_FLOW).ifPresent(flow -> model.setPostBrokerLoginFlowId(flow.getId()));
        } else if (!asksTheRule(realm, model)) {
            throw new InvalidVenueException("The post login flow does not hold the step '" + ACCESS_STEP
                    + "', so nobody would ask the access rule: choose '" + ACCESS_FLOW + "'");
        }
        if (model.getFirstBrokerLoginFlowId() == null) {
            flow(realm, FIRST_LOGIN_FLOW).ifPresent(flow -> model.setFirstBrokerLoginFlowId(flow.getId()));
        }
    }

    /** Whether a login at this venue runs through the step that asks the access rule. */
    public static boolean asksTheRule(RealmModel realm, IdentityProviderModel model) {
        return model.getPostBrokerLoginFlowId() != null && holdsAccessStep(realm, model.getPostBrokerLoginFlowId());
    }

    private static Optional<AuthenticationFlowModel> flow(RealmModel realm, String alias) {
        return Optional.ofNullable(realm.getFlowByAlias(alias));
    }

    /** Whether a login that runs through this flow meets the step that asks the access rule. */
    public static boolean holdsAccessStep(RealmModel realm, String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .anyMatch(step -> step.isAuthenticatorFlow()
                        ? holdsAccessStep(realm, step.getFlowId())
                        : ACCESS_STEP.equals(step.getAuthenticator()));
    }
}
