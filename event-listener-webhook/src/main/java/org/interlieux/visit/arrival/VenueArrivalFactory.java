package org.interlieux.visit.arrival;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.claims.ShownMember;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** The required action {@code venue-arrival}, which also holds the settings of the federation. */
public final class VenueArrivalFactory implements RequiredActionFactory {
    public static final String ID = FederationSettings.REQUIRED_ACTION;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Venue arrival";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new VenueArrival(Clock.systemUTC());
    }

    @Override
    public boolean isOneTimeAction() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        String message = "interlieux.federation." + FederationSettings.HOST_SEES_MEMBER;
        ProviderConfigProperty hostSees = new ProviderConfigProperty(
                FederationSettings.HOST_SEES_MEMBER,
                message,
                message + ".help",
                ProviderConfigProperty.LIST_TYPE,
                FederationSettings.HOST_SEES_BY_DEFAULT.word());
        hostSees.setOptions(
                Arrays.stream(ShownMember.values()).map(ShownMember::word).toList());
        return List.of(hostSees);
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        String word = model.getConfigValue(FederationSettings.HOST_SEES_MEMBER);
        if (word != null && !word.isBlank() && ShownMember.of(word).isEmpty()) {
            throw new ValidationException(new ValidationError(
                    ID,
                    FederationSettings.HOST_SEES_MEMBER,
                    "hostSeesMember must be name, first-name, initials or nothing"));
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
