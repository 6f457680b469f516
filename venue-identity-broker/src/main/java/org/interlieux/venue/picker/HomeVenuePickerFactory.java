package org.interlieux.venue.picker;

import org.interlieux.venue.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The authenticator {@code home-venue-picker}. */
public final class HomeVenuePickerFactory extends StepFactory {
    private static final HomeVenuePicker PICKER = new HomeVenuePicker();

    public HomeVenuePickerFactory() {
        super(
                "home-venue-picker",
                "Home venue picker",
                "Shows the venues of the federation and sends the member to the one they choose.",
                Requirement.REQUIRED,
                Requirement.ALTERNATIVE,
                Requirement.DISABLED);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return PICKER;
    }
}
