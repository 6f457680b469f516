package org.interlieux.venue;

import java.util.Map;
import org.interlieux.venue.claims.ShownMember;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;

/**
 * The settings of the whole federation; they live with the required action {@code venue-arrival}, one per realm.
 *
 * @param hostSeesMember how much of a member's name a host venue sees
 */
public record FederationSettings(ShownMember hostSeesMember) {
    /** The required action that holds them. */
    public static final String REQUIRED_ACTION = "venue-arrival";

    public static final String HOST_SEES_MEMBER = "hostSeesMember";
    public static final ShownMember HOST_SEES_BY_DEFAULT = ShownMember.FIRST_NAME;

    public static FederationSettings of(RealmModel realm) {
        RequiredActionConfigModel model = realm.getRequiredActionConfigByAlias(REQUIRED_ACTION);
        Map<String, String> config = model == null || model.getConfig() == null ? Map.of() : model.getConfig();
        // A realm import does not check its values; a wrong one shows less, never more.
        return new FederationSettings(ShownMember.of(config.getOrDefault(HOST_SEES_MEMBER, HOST_SEES_BY_DEFAULT.word()))
                .orElse(ShownMember.NOTHING));
    }
}
