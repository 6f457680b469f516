package org.interlieux.venue.http;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpHeaders;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.connections.httpclient.ProxyMappings;
import org.keycloak.truststore.TruststoreProvider;

/** Builds the client behind {@link GuardedHttp}: Keycloak's own, with what a hostile answer must not do taken away. */
final class VenueHttpClient {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int READ_TIMEOUT_MILLIS = 15_000;

    /** Apache httpd's own limits for what it receives; without them a venue's endless header would fill the memory. */
    private static final MessageConstraints HEAD = MessageConstraints.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(8 * 1024)
            .build();

    private VenueHttpClient() {}

    static CloseableHttpClient build(
            GuardedDnsResolver names, ProxyMappings proxies, int maxCalls, @Nullable TruststoreProvider truststore) {
        var apache = HttpClients.custom()
                .setDnsResolver(names)
                .setRoutePlanner(new GuardedRoutes(proxies, names))
                .setUserAgent("Interlieux")
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setMessageConstraints(HEAD).build())
                // A few compressed bytes can cost minutes of unpacking, which no closed connection ends.
                .disableContentCompression()
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "identity")))
                .disableAutomaticRetries()
                .disableAuthCaching();
        HttpClientBuilder builder = new HttpClientBuilder(apache)
                .establishConnectionTimeout(CONNECT_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .socketTimeout(READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .connectionPoolSize(maxCalls)
                .maxPooledPerRoute(16)
                .maxConnectionIdleTime(30, TimeUnit.SECONDS)
                .disableCookies(true)
                .disableRedirectHandling();
        if (truststore != null && truststore.getTruststore() != null) {
            builder.hostnameVerification(truststore.getPolicy()).trustStore(truststore.getTruststore());
        }
        return builder.build();
    }
}
