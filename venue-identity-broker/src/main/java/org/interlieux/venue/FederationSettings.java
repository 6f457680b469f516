package org.interlieux.venue;

import java.util.Map;
import java.util.Objects;
import org.interlieux.venue.claims.ShownMember;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * The settings of the whole federation; they live with the required action {@code venue-arrival}, one per realm.
 *
 * @param hostSeesMember how much of a member's name a host venue sees
 * @param timeZone the IANA name of the time zone of venues that name none; not checked, see {@code VenueHours}
 */
public record FederationSettings(ShownMember hostSeesMember, String timeZone) {
    /** The required action that holds them. */
    public static final String REQUIRED_ACTION = "venue-arrival";

    public static final String HOST_SEES_MEMBER = "hostSeesMember";
    public static final ShownMember HOST_SEES_BY_DEFAULT = ShownMember.FIRST_NAME;

    public static final String TIME_ZONE = "timeZone";
    public static final String TIME_ZONE_BY_DEFAULT = "Europe/Paris";

    public static FederationSettings of(RealmModel realm) {
        RequiredActionConfigModel model = realm.getRequiredActionConfigByAlias(REQUIRED_ACTION);
        Map<String, String> config = model == null || model.getConfig() == null ? Map.of() : model.getConfig();
        // A realm import does not check its values; a wrong one shows less, never more.
        ShownMember shown = ShownMember.of(config.getOrDefault(HOST_SEES_MEMBER, HOST_SEES_BY_DEFAULT.word()))
                .orElse(ShownMember.NOTHING);
        String zone = Objects.requireNonNullElse(config.get(TIME_ZONE), "").trim();
        return new FederationSettings(shown, zone.isEmpty() ? TIME_ZONE_BY_DEFAULT : zone);
    }
}
