package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** Fills in what an admin need not know. */
record VenueDefaults(SavedSettings settings) {
    /** A host has no client at any provider, but the console edits no venue whose client is empty. */
    private static final List<String> NO_CLIENT = List.of("clientId", "clientSecret");

    private static final int SALT_BYTES = 32;

    void fillIn() {
        IdentityProviderModel model = settings.model();
        if (model.getConfig().get(IdentityProviderModel.SYNC_MODE) == null) {
            model.setSyncMode(IdentityProviderSyncMode.FORCE);
        }
        if (settings.type() == VenueType.OIDC) {
            DiscoveredEndpoints.fillIn(model);
        }
        if (settings.type() == VenueType.HOST) {
            model.setHideOnLogin(true);
            NO_CLIENT.stream().filter(key -> settings.text(key).isEmpty()).forEach(key -> model.getConfig()
                    .put(key, "-"));
        }
        Optional<Venue> saved = saved();
        if (settings.type() == VenueType.OIDC) {
            DiscoveryUrl.fillInIssuer(
                    model.getConfig(),
                    saved.map(venue -> venue.model().getConfig()).orElse(Map.of()));
        }
        fillInSalt(saved.flatMap(Venue::memberSalt));
    }

    /** The console lets an admin type over it, read-only or not, and a script may not send it back. */
    private void fillInSalt(Optional<String> saved) {
        Optional<String> sent = settings.text(VenueKeys.MEMBER_SALT);
        refuseIf(
                saved.isPresent() && sent.isPresent() && !sent.equals(saved),
                "memberSalt cannot be changed: everybody would be a stranger at this venue. Leave it empty to keep it");
        if (sent.isEmpty()) {
            settings.model().getConfig().put(VenueKeys.MEMBER_SALT, saved.orElseGet(VenueDefaults::newSalt));
        }
    }

    private Optional<Venue> saved() {
        IdentityProviderModel model = settings.model();
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        if (session == null
                || model.getInternalId() == null
                || session.getContext().getRealm() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(session.identityProviders().getById(model.getInternalId()))
                .flatMap(Venue::of);
    }

    private static String newSalt() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(SecretGenerator.getInstance().randomBytes(SALT_BYTES));
    }
}
