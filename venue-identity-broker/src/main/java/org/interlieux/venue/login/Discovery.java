package org.interlieux.venue.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.http.client.methods.HttpGet;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.VenueKeys;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.interlieux.venue.http.ServerOptions;
import org.interlieux.venue.settings.VenueUrl;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;
import org.keycloak.util.JsonSerialization;

/** Reads an OpenID provider's metadata (OpenID Connect Discovery 1.0, section 4) when it is first needed. */
final class Discovery {
    private static final Logger LOG = Logger.getLogger(Discovery.class);
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final Cache<String, OIDCConfigurationRepresentation> documents = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(1_000)
            .build();

    /** Empty when the venue has no {@code discoveryUrl} or its document can't be used; the log says why. */
    Optional<OIDCConfigurationRepresentation> of(KeycloakSession session, IdentityProviderModel venue) {
        String configured = venue.getConfig().get(VenueKeys.DISCOVERY_URL);
        if (configured == null || configured.isBlank()) {
            return Optional.empty();
        }
        String issuer = issuerOf(configured.trim());
        OIDCConfigurationRepresentation known = documents.getIfPresent(issuer);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            OIDCConfigurationRepresentation fetched = fetch(session, issuer);
            documents.put(issuer, fetched);
            return Optional.of(fetched);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf(
                    "Venue %s: its discovery document cannot be used (%s). Check discoveryUrl, or set the endpoints by hand",
                    venue.getAlias(),
                    ForeignText.clean(String.valueOf(e.getMessage()), 500).orElse(""));
            return Optional.empty();
        }
    }

    private static String issuerOf(String discoveryUrl) {
        String url = discoveryUrl.endsWith(WELL_KNOWN)
                ? discoveryUrl.substring(0, discoveryUrl.length() - WELL_KNOWN.length())
                : discoveryUrl;
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static OIDCConfigurationRepresentation fetch(KeycloakSession session, String issuer) throws IOException {
        HttpGet request = new HttpGet(URI.create(issuer + WELL_KNOWN));
        request.setHeader("Accept", "application/json");
        HttpAnswer answer = session.getProvider(GuardedHttp.class).send(request, TIME_LIMIT);
        if (answer.status() != 200) {
            throw new IOException(request.getURI() + " answered " + answer.status());
        }
        OIDCConfigurationRepresentation document =
                JsonSerialization.readValue(answer.body(), OIDCConfigurationRepresentation.class);
        // Section 4.3: the issuer must be the one that was asked for, or somebody else would speak for the venue.
        if (!issuer.equals(withoutSlash(document.getIssuer()))) {
            throw new IOException("it names the issuer " + document.getIssuer() + " instead of " + issuer);
        }
        List<String> plainHttp = ServerOptions.plainHttpHosts();
        Stream<@Nullable String> required =
                Stream.of(document.getAuthorizationEndpoint(), document.getTokenEndpoint(), document.getJwksUri());
        required.forEach(endpoint -> VenueUrl.check("every endpoint", String.valueOf(endpoint), plainHttp));
        Stream<@Nullable String> optional = Stream.of(document.getUserinfoEndpoint(), document.getLogoutEndpoint());
        optional.filter(Objects::nonNull)
                .forEach(endpoint -> VenueUrl.check("every endpoint", String.valueOf(endpoint), plainHttp));
        return document;
    }

    private static String withoutSlash(String url) {
        String text = String.valueOf(url);
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
