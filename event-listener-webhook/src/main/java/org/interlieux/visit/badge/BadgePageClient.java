package org.interlieux.visit.badge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interlieux.venue.BadgeClient;
import org.interlieux.venue.Venue;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/**
 * The badge client by which members log in at a venue's badge page: the one whose id is {@code badge-} and the venue's alias.
 *
 * @param page the address of the badge page
 */
record BadgePageClient(KeycloakSession session, ClientModel client, Venue venue, URI page) {
    private static final String PREFIX = "badge-";

    /** Empty for a venue that has none. */
    static Optional<BadgePageClient> of(KeycloakSession session, RealmModel realm, Venue venue) {
        return Optional.ofNullable(realm.getClientByClientId(PREFIX + venue.alias()))
                .map(client -> new BadgePageClient(session, client, venue, new BadgeAddress(session, venue).page()));
    }

    /** Why nobody can enter by it, in words for an admin; empty when it is as it should be. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!client.isEnabled()) {
            faults.add("it is disabled");
        }
        if (!OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()) || !client.isStandardFlowEnabled()) {
            faults.add("it is no OpenID Connect client with the standard flow");
        }
        Optional<BadgeClient> badge = BadgeClient.of(session, client);
        if (badge.filter(found -> found.venueAlias().equals(venue.alias())).isEmpty()) {
            faults.add("it has no mapper venue-visit for this venue");
        } else if (badge.filter(BadgeClient::recordsVisits).isEmpty()) {
            faults.add("its mapper venue-visit records no visits");
        }
        if (RedirectUtils.verifyRedirectUri(session, page.toString(), client) == null) {
            faults.add("its redirect URIs lack " + page);
        }
        return faults;
    }
}
