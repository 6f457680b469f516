package org.interlieux.it.realm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** An OpenID client to add: a plain service, or a badge client when it has our mapper. */
public final class ServiceSettings {
    private static final String VENUE_VISIT = "venue-visit";

    private final String clientId;
    private final Map<String, String> venueVisit = new LinkedHashMap<>();
    private String redirectUri;
    private String postLogoutRedirectUri = "+";

    private ServiceSettings(String clientId) {
        this.clientId = clientId;
        this.redirectUri = "https://" + clientId + ".example/callback";
    }

    /** A service that is no badge client. */
    public static ServiceSettings service(String clientId) {
        return new ServiceSettings(clientId);
    }

    /** A badge client of that host venue. */
    public static ServiceSettings badgeClient(String clientId, String venueAlias) {
        return service(clientId).withVenueVisit("venue", venueAlias);
    }

    /** A setting of our mapper: {@code venue}, {@code recordsVisits}, {@code exitOnLogout}, {@code emailClaim}. */
    public ServiceSettings withVenueVisit(String key, String value) {
        venueVisit.put(key, value);
        return this;
    }

    /** Instead of {@code https://<client id>.example/callback}, which a {@code Visitor} answers itself. */
    public ServiceSettings redirectUri(String uri) {
        this.redirectUri = uri;
        return this;
    }

    /** Where a log-out may end; as the redirect URI unless it is said. */
    public ServiceSettings postLogoutRedirectUri(String uri) {
        this.postLogoutRedirectUri = uri;
        return this;
    }

    ClientRepresentation representation(String secret) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(clientId);
        client.setSecret(secret);
        client.setProtocol("openid-connect");
        client.setPublicClient(false);
        client.setStandardFlowEnabled(true);
        client.setServiceAccountsEnabled(true);
        client.setRedirectUris(List.of(redirectUri));
        client.setAttributes(Map.of("post.logout.redirect.uris", postLogoutRedirectUri));
        client.setFullScopeAllowed(false);
        if (!venueVisit.isEmpty()) {
            client.setProtocolMappers(List.of(mapper()));
            // The realm's stock scopes stay on: even then the mapper must keep names and addresses from the host.
        }
        return client;
    }

    String clientId() {
        return clientId;
    }

    String redirectUri() {
        return redirectUri;
    }

    private ProtocolMapperRepresentation mapper() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(VENUE_VISIT);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(VENUE_VISIT);
        mapper.setConfig(new LinkedHashMap<>(venueVisit));
        return mapper;
    }
}
