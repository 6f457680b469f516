package org.interlieux.venue.http;

import java.util.Arrays;
import java.util.List;
import org.keycloak.Config;

/** The server's options for calls to venues, also readable where no session is at hand (while a venue is saved). */
public final class ServerOptions {
    private static final String PLAIN_HTTP_HOSTS = "plain-http-hosts";

    private ServerOptions() {}

    /** Host names for which a venue may use {@code http}; empty unless the server's configuration says otherwise. */
    public static List<String> plainHttpHosts() {
        return list(Config.scope(GuardedHttpSpi.NAME, GuardedHttpFactory.PROVIDER_ID), PLAIN_HTTP_HOSTS);
    }

    static List<String> list(Config.Scope config, String option) {
        String text = config.get(option, "");
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
