package org.interlieux.venue;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.interlieux.venue.claims.ShownMember;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * The settings of the whole federation; they live with the required action {@code venue-arrival}, one per realm.
 *
 * @param hostSeesMember how much of a member's name a host venue sees
 * @param timeZone the IANA name of the time zone of venues that name none; not checked, see {@code VenueHours}
 * @param visitRetention how long a closed visit says whose it was
 */
public record FederationSettings(ShownMember hostSeesMember, String timeZone, Duration visitRetention) {
    /** The required action that holds them. */
    public static final String REQUIRED_ACTION = "venue-arrival";

    public static final String HOST_SEES_MEMBER = "hostSeesMember";
    public static final ShownMember HOST_SEES_BY_DEFAULT = ShownMember.FIRST_NAME;

    public static final String TIME_ZONE = "timeZone";
    public static final String TIME_ZONE_BY_DEFAULT = "Europe/Paris";

    public static final String VISIT_RETENTION_DAYS = "visitRetentionDays";
    public static final int VISIT_RETENTION_DAYS_BY_DEFAULT = 180;

    /** Ten years. */
    private static final int MOST_RETENTION_DAYS = 3650;

    public static FederationSettings of(RealmModel realm) {
        RequiredActionConfigModel model = realm.getRequiredActionConfigByAlias(REQUIRED_ACTION);
        Map<String, String> config = model == null || model.getConfig() == null ? Map.of() : model.getConfig();
        // A realm import does not check its values; a wrong one shows less, never more.
        ShownMember shown = ShownMember.of(config.getOrDefault(HOST_SEES_MEMBER, HOST_SEES_BY_DEFAULT.word()))
                .orElse(ShownMember.NOTHING);
        String zone = Objects.requireNonNullElse(config.get(TIME_ZONE), "").trim();
        int days = retentionDays(config.get(VISIT_RETENTION_DAYS)).orElse(VISIT_RETENTION_DAYS_BY_DEFAULT);
        return new FederationSettings(shown, zone.isEmpty() ? TIME_ZONE_BY_DEFAULT : zone, Duration.ofDays(days));
    }

    /** A number of days from 1 to 3650; empty for anything else. */
    public static Optional<Integer> retentionDays(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::trim)
                .filter(days -> days.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .filter(days -> days <= MOST_RETENTION_DAYS);
    }

    /** When venues are asked each night what they miss, on the clock of {@link #timeZone}. */
    public static final String VERIFY_AT = "verifyAt";

    public static final String VERIFY_AT_BY_DEFAULT = "03:00";

    /** A time of day as {@code HH:mm}; empty for anything else. */
    public static Optional<LocalTime> timeOfDay(String text) {
        return text.trim().matches("([01]\\d|2[0-3]):[0-5]\\d")
                ? Optional.of(LocalTime.parse(text.trim()))
                : Optional.empty();
    }

    /** When venues are asked what they miss; what an import brought and cannot be read counts as not set. */
    public static LocalTime verifyAt(RealmModel realm) {
        RequiredActionConfigModel model = realm.getRequiredActionConfigByAlias(REQUIRED_ACTION);
        String text = model == null ? null : model.getConfigValue(VERIFY_AT);
        return timeOfDay(text == null ? "" : text).orElse(LocalTime.parse(VERIFY_AT_BY_DEFAULT));
    }
}
