package org.interlieux.it.server;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * One server for all test classes of a JVM: with several JVMs Failsafe runs each class by itself, so that only the session of the
 * launcher outlives it. No test may stop the server; that is for {@link OwnKeycloak}.
 */
public final class SharedKeycloak extends KeycloakExtension {
    private static final Namespace NAMESPACE = Namespace.create(SharedKeycloak.class);

    @Override
    Optional<Object> parameter(Class<?> type, ExtensionContext context) {
        return type == KeycloakServer.class ? Optional.of(server(context)) : Optional.empty();
    }

    @Override
    List<KeycloakServer> servers(ExtensionContext context) {
        return List.of(server(context));
    }

    private static KeycloakServer server(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(KeycloakServer.class, type -> start(), KeycloakServer.class);
    }

    private static KeycloakServer start() {
        return KeycloakServer.options()
                .name("shared")
                .fresh()
                .argument("--spi-events-listener--venue-newcomers--sweep-seconds=2")
                .argument("--spi-events-listener--venue-visits--sweep-millis=200")
                .argument("--spi-events-listener--venue-visits--check-millis=200")
                .argument("--spi-events-listener--venue-visits--close-seconds=1")
                .argument("--spi-events-listener--venue-visits--count-seconds=1")
                .argument("--spi-events-listener--venue-visits--forget-seconds=1")
                // How often Keycloak removes sessions that ran out; less than a minute it does not take.
                .argument("--spi-user-sessions--infinispan--session-expiration-period=60")
                .start();
    }
}
