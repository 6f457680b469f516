package org.interlieux.access.step;

import java.time.Clock;
import org.interlieux.venue.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The authenticator {@code federation-access}. */
public final class FederationAccessStepFactory extends StepFactory {
    public FederationAccessStepFactory() {
        super(
                "federation-access",
                "Federation access rule",
                "Asks the member's home venue whether they may enter the badge client's venue. Put it in the browser flow"
                        + " after the login, and in the venues' post login flow. Other clients pass unasked.",
                Requirement.REQUIRED,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new FederationAccessStep(Clock.systemUTC());
    }
}
