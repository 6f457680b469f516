package org.interlieux.venue;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;

/**
 * An OpenID client marked with a host venue by our mapper.
 *
 * @param venueAlias the host venue as configured; it may not exist
 * @param venue the host venue; null when it is missing or unknown
 * @param recordsVisits false when the rule is asked but no visit is recorded
 * @param exitOnLogout whether a log-out that this client starts ends the visit
 */
public record BadgeClient(
        String clientId, String venueAlias, @Nullable Venue venue, boolean recordsVisits, boolean exitOnLogout) {

    /** Where one can enter; empty when the venue is missing, unknown or disabled: nobody can enter then. */
    public Optional<Venue> host() {
        return Optional.ofNullable(venue).filter(Venue::enabled);
    }

    /** Empty for every client without our mapper. */
    public static Optional<BadgeClient> of(KeycloakSession session, ClientModel client) {
        return client.getProtocolMappersStream()
                .filter(mapper -> VenueVisitMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .findFirst()
                .map(mapper -> of(session, client, mapper));
    }

    private static BadgeClient of(KeycloakSession session, ClientModel client, ProtocolMapperModel mapper) {
        Map<String, String> config = mapper.getConfig();
        String alias = config.getOrDefault(VenueVisitMapper.VENUE, "").trim();
        return new BadgeClient(
                client.getClientId(),
                alias,
                new Venues(session).byAlias(alias).orElse(null),
                !"false".equals(config.get(VenueVisitMapper.RECORDS_VISITS)),
                !"false".equals(config.get(VenueVisitMapper.EXIT_ON_LOGOUT)));
    }
}
