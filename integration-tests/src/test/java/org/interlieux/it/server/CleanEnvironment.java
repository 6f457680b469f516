package org.interlieux.it.server;

import java.util.Locale;
import java.util.Set;

/** Nothing of the person's own Keycloak, JVM or proxy settings may reach a server under test. */
final class CleanEnvironment {
    private static final Set<String> PROXIES = Set.of("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY");

    private CleanEnvironment() {}

    static void of(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> isSetting(name.toUpperCase(Locale.ROOT)));
    }

    private static boolean isSetting(String name) {
        return name.startsWith("KC_")
                || name.startsWith("KEYCLOAK_")
                || name.startsWith("QUARKUS_")
                || name.startsWith("JAVA_OPTS")
                || name.equals("JAVA_TOOL_OPTIONS")
                || name.equals("DEBUG")
                || PROXIES.contains(name);
    }
}
