package org.interlieux.venue.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The access rules of this server. Their extension point is in a module that builds on this one: known by its name only. */
final class InstalledRules {
    private static final String SPI = "access-rule";

    private InstalledRules() {}

    /** Their ids in order; empty where that module is not installed, or nobody asks from within a request. */
    static List<String> ids(@Nullable KeycloakSession session) {
        if (session == null) {
            return List.of();
        }
        KeycloakSessionFactory server = session.getKeycloakSessionFactory();
        return server.getSpis().stream()
                .filter(spi -> SPI.equals(spi.getName()))
                .flatMap(spi -> server.getProviderFactoriesStream(spi.getProviderClass()))
                .map(rule -> rule.getId())
                .sorted()
                .toList();
    }
}
