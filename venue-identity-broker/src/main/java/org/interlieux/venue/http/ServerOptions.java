package org.interlieux.venue.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.ProxyMappings;

/** The server's options for calls to venues, also readable where no session is at hand (while a venue is saved). */
public final class ServerOptions {
    private static final String PLAIN_HTTP_HOSTS = "plain-http-hosts";

    private ServerOptions() {}

    /** Host names for which a venue may use {@code http}; empty unless the server's configuration says otherwise. */
    public static List<String> plainHttpHosts() {
        return list(Config.scope(GuardedHttpSpi.NAME, GuardedHttpFactory.PROVIDER_ID), PLAIN_HTTP_HOSTS);
    }

    /**
     * The proxies of Keycloak's own client: its option {@code proxy-mappings}, else the environment variables that it
     * reads ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY}, in lower case first).
     */
    static ProxyMappings proxies() {
        String[] configured = Config.scope("connectionsHttpClient", "default").getArray("proxy-mappings");
        if (configured != null && configured.length > 0) {
            return ProxyMappings.valueOf(configured);
        }
        String proxy =
                environment("https_proxy").or(() -> environment("http_proxy")).orElse("");
        return proxy.isEmpty()
                ? new ProxyMappings(List.of())
                : ProxyMappings.withFixedProxyMapping(
                        proxy, environment("no_proxy").orElse(""));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(System.getenv(name.toUpperCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    static List<String> list(Config.Scope config, String option) {
        String text = config.get(option, "");
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
