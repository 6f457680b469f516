package org.interlieux.venue.settings;

import static org.interlieux.venue.settings.SavedSettings.refuseIf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;

/** Refuses a home venue whose members could not log in, or only less safely than they should. */
record HomeLoginCheck(SavedSettings settings) {
    /** Switches of Keycloak's OpenID Connect section that must stay off, with what the console calls them and why. */
    private static final Map<String, String> OFF = Map.of(
            "disableNonce",
            "'Disable nonce': without it a stolen answer of the venue could be used again",
            "supportsClientAssertions",
            "'Supports client assertions': a venue is no place for clients to log in",
            "jwtAuthorizationGrantEnabled",
            "'JWT Authorization Grant': a member enters in a browser, by their own act");

    private static final String DISABLE_USER_INFO = "disableUserInfo";

    void check(@Nullable KeycloakSession session) {
        checkSwitches();
        checkClient(session);
        if (settings.type() == VenueType.OIDC) {
            checkEndpoints();
        } else {
            checkIssuer();
        }
    }

    private void checkSwitches() {
        refuseIf(
                Boolean.TRUE.equals(settings.model().isLinkOnly()),
                "Switch off 'Account linking only': nobody could log in. To keep members out, disable the venue");
        OFF.forEach((key, why) -> refuseIf(isOn(key), "Switch off " + why));
        refuseIf(
                settings.type() == VenueType.DOKOS && isOn(DISABLE_USER_INFO),
                "Switch off 'Disable user info': it is what the venue's id_token is compared with");
    }

    private void checkClient(@Nullable KeycloakSession session) {
        refuseIf(
                settings.text("clientId").isEmpty(),
                "The client ID is missing: the venue's site shows it where the federation was registered as its client");
        Optional<String> secret = settings.text("clientSecret");
        refuseIf(
                secret.isEmpty()
                        && (settings.type() == VenueType.DOKOS
                                || settings.text("clientAuthMethod")
                                        .filter("private_key_jwt"::equals)
                                        .isEmpty()),
                "The client secret is missing: give the one that the venue's site made, or a vault reference such as"
                        + " ${vault.site-secret}");
        refuseIf(
                secret.filter(ComponentRepresentation.SECRET_VALUE::equals).isPresent() && !isSaved(session),
                "The client secret is only stars, as exports show it: give the real one, or a vault reference such as"
                        + " ${vault.site-secret}");
    }

    /** A secret that the console never saw comes back as stars; Keycloak puts the saved one in again. */
    private boolean isSaved(@Nullable KeycloakSession session) {
        return session != null
                && settings.model().getInternalId() != null
                && session.identityProviders().getById(settings.model().getInternalId()) != null;
    }

    private void checkEndpoints() {
        if (settings.text(VenueKeys.DISCOVERY_URL).isPresent()) {
            return;
        }
        String keys =
                settings.text("publicKeySignatureVerifier").isPresent() ? "publicKeySignatureVerifier" : "jwksUrl";
        List<String> missing = Stream.of("issuer", "authorizationUrl", "tokenUrl", keys)
                .filter(key ->
                        DiscoveredEndpoints.isUnset(settings.model().getConfig().get(key)))
                .toList();
        refuseIf(
                !missing.isEmpty(),
                "discoveryUrl is missing: give the address of the venue's OpenID provider, or set by hand: "
                        + String.join(", ", missing));
    }

    private void checkIssuer() {
        settings.text(VenueKeys.ISSUER)
                .ifPresent(issuer -> refuseIf(
                        !issuer.matches("https?://[^\\s/]+\\S*"),
                        "issuer must be an address such as http://site.example, exactly as the site writes it in its"
                                + " tokens (it is '" + issuer + "'); leave it empty if it is siteUrl"));
    }

    private boolean isOn(String key) {
        return settings.text(key).filter("true"::equals).isPresent();
    }
}
