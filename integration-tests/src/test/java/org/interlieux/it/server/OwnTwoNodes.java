package org.interlieux.it.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * {@link TwoNodes} for one test class, which may stop and kill either. A server as parameter is node A. With settings for both nodes:
 * as a static {@code @RegisterExtension}.
 */
public final class OwnTwoNodes extends KeycloakExtension {
    private final UnaryOperator<ServerOptions> settings;

    public OwnTwoNodes() {
        this(UnaryOperator.identity());
    }

    public OwnTwoNodes(UnaryOperator<ServerOptions> settings) {
        this.settings = settings;
    }

    @Override
    Optional<Object> parameter(Class<?> type, ExtensionContext context) {
        if (type == TwoNodes.class) {
            return Optional.of(nodes(context));
        }
        return type == KeycloakServer.class ? Optional.of(nodes(context).a()) : Optional.empty();
    }

    @Override
    List<KeycloakServer> servers(ExtensionContext context) {
        return nodes(context).both();
    }

    private TwoNodes nodes(ExtensionContext context) {
        return OncePerClass.get(context, TwoNodes.class, name -> TwoNodes.start(name, settings));
    }
}
