package org.interlieux.visit.arrival;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.interlieux.venue.FederationSettings;
import org.interlieux.venue.claims.ShownMember;
import org.interlieux.venue.hours.InvalidOpeningHoursException;
import org.interlieux.venue.hours.VenueHours;
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

    private EntryLimit limit = new EntryLimit(10, Duration.ofMinutes(10));

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
        return new VenueArrival(Clock.systemUTC(), limit);
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
        String zone = "interlieux.federation." + FederationSettings.TIME_ZONE;
        ProviderConfigProperty timeZone = new ProviderConfigProperty(
                FederationSettings.TIME_ZONE,
                zone,
                zone + ".help",
                ProviderConfigProperty.STRING_TYPE,
                FederationSettings.TIME_ZONE_BY_DEFAULT);
        String retention = "interlieux.federation." + FederationSettings.VISIT_RETENTION_DAYS;
        ProviderConfigProperty retentionDays = new ProviderConfigProperty(
                FederationSettings.VISIT_RETENTION_DAYS,
                retention,
                retention + ".help",
                ProviderConfigProperty.STRING_TYPE,
                String.valueOf(FederationSettings.VISIT_RETENTION_DAYS_BY_DEFAULT));
        String verify = "interlieux.federation." + FederationSettings.VERIFY_AT;
        ProviderConfigProperty verifyAt = new ProviderConfigProperty(
                FederationSettings.VERIFY_AT,
                verify,
                verify + ".help",
                ProviderConfigProperty.STRING_TYPE,
                FederationSettings.VERIFY_AT_BY_DEFAULT);
        return List.of(hostSees, timeZone, retentionDays, verifyAt);
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        String word = model.getConfigValue(FederationSettings.HOST_SEES_MEMBER);
        if (word != null && !word.isBlank() && ShownMember.of(word).isEmpty()) {
            throw refused(
                    FederationSettings.HOST_SEES_MEMBER,
                    "hostSeesMember must be name, first-name, initials or nothing");
        }
        String retention = model.getConfigValue(FederationSettings.VISIT_RETENTION_DAYS);
        if (retention != null
                && !retention.isBlank()
                && FederationSettings.retentionDays(retention).isEmpty()) {
            throw refused(
                    FederationSettings.VISIT_RETENTION_DAYS,
                    "visitRetentionDays must be a number of days from 1 to 3650");
        }
        String time = model.getConfigValue(FederationSettings.VERIFY_AT);
        if (time != null
                && !time.isBlank()
                && FederationSettings.timeOfDay(time).isEmpty()) {
            throw refused(FederationSettings.VERIFY_AT, "verifyAt must be a time of day, such as 03:00");
        }
        String zone = model.getConfigValue(FederationSettings.TIME_ZONE);
        if (zone != null && !zone.isBlank()) {
            try {
                VenueHours.zone(zone.trim());
            } catch (InvalidOpeningHoursException e) {
                throw refused(FederationSettings.TIME_ZONE, String.valueOf(e.getMessage()));
            }
        }
    }

    private static ValidationException refused(String setting, String message) {
        return new ValidationException(new ValidationError(ID, setting, message));
    }

    @Override
    public void init(Config.Scope config) {
        limit = EntryLimit.of(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
