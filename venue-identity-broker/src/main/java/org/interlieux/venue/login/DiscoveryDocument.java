package org.interlieux.venue.login;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.http.client.methods.HttpGet;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.interlieux.venue.http.ServerOptions;
import org.interlieux.venue.settings.DiscoveryUrl;
import org.interlieux.venue.settings.VenueUrl;
import org.jspecify.annotations.Nullable;
import org.keycloak.protocol.oidc.representations.OIDCConfigurationRepresentation;
import org.keycloak.util.JsonSerialization;

/** Reads an OpenID provider's metadata and checks that it may speak for the venue (OpenID Connect Discovery 1.0, section 4). */
final class DiscoveryDocument {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private DiscoveryDocument() {}

    /** The issuer of an address that an admin gave: the issuer itself, or its document. */
    static String issuerOf(String discoveryUrl) {
        return DiscoveryUrl.withoutSlash(DiscoveryUrl.issuer(discoveryUrl));
    }

    /**
     * Reads the document; takes 5 seconds at most.
     *
     * @throws IOException when it cannot be read, or speaks for somebody else
     * @throws IllegalArgumentException when an endpoint in it may not be used
     */
    static OIDCConfigurationRepresentation fetch(GuardedHttp http, String issuer) throws IOException {
        HttpGet request = new HttpGet(URI.create(issuer + DiscoveryUrl.WELL_KNOWN));
        request.setHeader("Accept", "application/json");
        HttpAnswer answer = http.send(request, TIME_LIMIT);
        if (answer.status() != 200) {
            throw new IOException(request.getURI() + " answered " + answer.status());
        }
        OIDCConfigurationRepresentation document = parse(answer.body());
        // Section 4.3: the issuer must be the one that was asked for, or somebody else would speak for the venue.
        if (!DiscoveryUrl.isIssuerOf(issuer, document.getIssuer())) {
            throw new IOException("it names the issuer " + document.getIssuer() + " instead of " + issuer);
        }
        checkEndpoints(document);
        return document;
    }

    @SuppressWarnings("NullAway") // the text "null" is read as null
    private static OIDCConfigurationRepresentation parse(String body) throws IOException {
        OIDCConfigurationRepresentation document;
        try {
            document = JsonSerialization.readValue(body, OIDCConfigurationRepresentation.class);
        } catch (IOException e) {
            // The parser's own text quotes the page; what matters is that it is no metadata.
            throw new IOException("it is not the JSON document of an OpenID provider", e);
        }
        if (document == null) {
            throw new IOException("it is empty");
        }
        return document;
    }

    private static void checkEndpoints(OIDCConfigurationRepresentation document) {
        List<String> plainHttp = ServerOptions.plainHttpHosts();
        Stream<@Nullable String> required =
                Stream.of(document.getAuthorizationEndpoint(), document.getTokenEndpoint(), document.getJwksUri());
        Stream<@Nullable String> optional = Stream.of(document.getUserinfoEndpoint(), document.getLogoutEndpoint());
        Stream.concat(required, optional.filter(Objects::nonNull))
                .forEach(endpoint -> VenueUrl.check("every endpoint", String.valueOf(endpoint), plainHttp));
    }
}
