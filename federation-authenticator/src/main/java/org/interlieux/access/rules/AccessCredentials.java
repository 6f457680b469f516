package org.interlieux.access.rules;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.interlieux.access.FromHome;
import org.interlieux.venue.Venue;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.VenueType;
import org.interlieux.venue.settings.VenueUrl;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** How Keycloak shows the home venue that it may ask. */
final class AccessCredentials {
    private final KeycloakSession session;

    AccessCredentials(KeycloakSession session) {
        this.session = session;
    }

    /**
     * The {@code Authorization} header; empty text when none is wanted, empty when the wanted one cannot be had.
     *
     * @param limit the most that getting it may take
     */
    Optional<String> header(FromHome fromHome, Venue home, URI url, Duration limit) {
        String kind = home.setting(VenueKeys.ACCESS_CREDENTIALS)
                .orElse(home.type() == VenueType.DOKOS ? "member-token" : "none");
        return switch (kind) {
            case "none" -> Optional.of("");
            case "api-key" -> apiKey(home);
            case "member-token" -> memberToken(fromHome, home, url, limit);
            default -> Optional.empty();
        };
    }

    private Optional<String> apiKey(Venue home) {
        String scheme = home.type() == VenueType.DOKOS ? "token " : "Bearer ";
        return home.setting(VenueKeys.ACCESS_API_KEY).flatMap(reference -> {
            try (VaultStringSecret secret = session.vault().getStringSecret(reference)) {
                return secret.get().map(key -> scheme + key);
            }
        });
    }

    /** A member's token goes to their own venue and to nobody else. */
    private static Optional<String> memberToken(FromHome fromHome, Venue home, URI url, Duration limit) {
        boolean own = home.siteUrl()
                .map(URI::create)
                .filter(site -> VenueUrl.origin(site).equals(VenueUrl.origin(url)))
                .isPresent();
        return own ? fromHome.memberToken(limit).map(token -> "Bearer " + token) : Optional.empty();
    }
}
