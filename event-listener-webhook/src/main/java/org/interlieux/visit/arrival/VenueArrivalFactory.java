package org.interlieux.visit.arrival;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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
        ProviderConfigProperty hostSees = property(
                FederationSettings.HOST_SEES_MEMBER,
                ProviderConfigProperty.LIST_TYPE,
                FederationSettings.HOST_SEES_BY_DEFAULT.word());
        hostSees.setOptions(
                Arrays.stream(ShownMember.values()).map(ShownMember::word).toList());
        return List.of(
                hostSees,
                text(FederationSettings.TIME_ZONE, FederationSettings.TIME_ZONE_BY_DEFAULT),
                text(
                        FederationSettings.VISIT_RETENTION_DAYS,
                        String.valueOf(FederationSettings.VISIT_RETENTION_DAYS_BY_DEFAULT)),
                text(FederationSettings.VERIFY_AT, FederationSettings.VERIFY_AT_BY_DEFAULT));
    }

    private static ProviderConfigProperty text(String setting, String byDefault) {
        return property(setting, ProviderConfigProperty.STRING_TYPE, byDefault);
    }

    private static ProviderConfigProperty property(String setting, String type, String byDefault) {
        String message = "interlieux.federation." + setting;
        return new ProviderConfigProperty(setting, message, message + ".help", type, byDefault);
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        check(
                model,
                FederationSettings.HOST_SEES_MEMBER,
                word -> ShownMember.of(word).isPresent(),
                "hostSeesMember must be name, first-name, initials or nothing");
        check(
                model,
                FederationSettings.VISIT_RETENTION_DAYS,
                days -> FederationSettings.retentionDays(days).isPresent(),
                "visitRetentionDays must be a number of days from 1 to 3650");
        check(
                model,
                FederationSettings.VERIFY_AT,
                time -> FederationSettings.timeOfDay(time).isPresent(),
                "verifyAt must be a time of day, such as 03:00");
        String zone = model.getConfigValue(FederationSettings.TIME_ZONE);
        if (zone != null && !zone.isBlank()) {
            try {
                VenueHours.zone(zone.trim());
            } catch (InvalidOpeningHoursException e) {
                throw refused(FederationSettings.TIME_ZONE, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void check(
            RequiredActionConfigModel model, String setting, Predicate<String> isGood, String otherwise) {
        String value = model.getConfigValue(setting);
        if (value != null && !value.isBlank() && !isGood.test(value)) {
            throw refused(setting, otherwise);
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
