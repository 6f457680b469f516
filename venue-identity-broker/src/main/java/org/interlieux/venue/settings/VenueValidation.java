package org.interlieux.venue.settings;

import org.interlieux.venue.VenueType;
import org.interlieux.venue.directory.VenueDirectory;
import org.interlieux.venue.reference.ReplacedVenue;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Refuses what would only fail at a member's login, and fills in what an admin need not know. Keycloak calls it when a
 * venue is created, updated and imported; it never calls the network.
 */
public final class VenueValidation {
    private VenueValidation() {}

    /**
     * Checks a venue and fills in its defaults.
     *
     * @throws RuntimeException with a message for the admin; an {@link InvalidVenueException} where one venue is saved
     */
    public static void check(IdentityProviderModel model, VenueType type, RealmModel realm) {
        try {
            checkAll(model, type, realm);
        } catch (InvalidVenueException e) {
            throw Occasion.now().refusal(model.getAlias(), e);
        }
    }

    private static void checkAll(IdentityProviderModel model, VenueType type, RealmModel realm) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session != null) {
            new ReplacedVenue(session, realm).takeOver(model);
        }
        SavedSettings settings = new SavedSettings(model, type);
        new IdentityCheck(settings).check();
        new AddressCheck(settings).check();
        if (type.isHome()) {
            new AccessSettingsCheck(settings).check();
            new HomeLoginCheck(settings).check(session);
            VenueFlows.fillIn(model, realm);
        }
        new ShownCheck(settings).check();
        new HostCheck(settings).check();
        if (session != null) {
            // Keycloak publishes nothing when a venue is created, and members should find it at once.
            session.getProvider(VenueDirectory.class).changed(realm, model.getAlias());
        }
        new VenueDefaults(settings).fillIn();
    }
}
