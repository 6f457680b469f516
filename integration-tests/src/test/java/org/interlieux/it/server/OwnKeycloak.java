package org.interlieux.it.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server for one test class, which may stop, kill and break it. With settings: as a static {@code @RegisterExtension}. */
public final class OwnKeycloak extends KeycloakExtension {
    private final UnaryOperator<ServerOptions> settings;

    public OwnKeycloak() {
        this(UnaryOperator.identity());
    }

    public OwnKeycloak(UnaryOperator<ServerOptions> settings) {
        this.settings = settings;
    }

    @Override
    Optional<Object> parameter(Class<?> type, ExtensionContext context) {
        return type == KeycloakServer.class ? Optional.of(server(context)) : Optional.empty();
    }

    @Override
    List<KeycloakServer> servers(ExtensionContext context) {
        return List.of(server(context));
    }

    private KeycloakServer server(ExtensionContext context) {
        return OncePerClass.get(context, KeycloakServer.class, this::start);
    }

    private KeycloakServer start(String name) {
        return settings.apply(KeycloakServer.options().name(name).fresh()).start();
    }
}
