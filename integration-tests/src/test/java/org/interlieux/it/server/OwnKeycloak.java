package org.interlieux.it.server;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A server for one test class, which may stop, kill and break it. With settings: as a static {@code @RegisterExtension}. */
public final class OwnKeycloak extends KeycloakExtension {
    private static final Namespace NAMESPACE = Namespace.create(OwnKeycloak.class);

    private final UnaryOperator<ServerOptions> settings;

    public OwnKeycloak() {
        this(UnaryOperator.identity());
    }

    public OwnKeycloak(UnaryOperator<ServerOptions> settings) {
        this.settings = settings;
    }

    /** The store of the class closes the server when the class has ended. */
    @Override
    KeycloakServer server(ExtensionContext context) {
        Class<?> testClass = outermost(context.getRequiredTestClass());
        return outermostContext(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(testClass, type -> start(type.getSimpleName()), KeycloakServer.class);
    }

    private KeycloakServer start(String name) {
        return settings.apply(KeycloakServer.options().name(name).fresh()).start();
    }

    private static Class<?> outermost(Class<?> testClass) {
        Class<?> enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass : outermost(enclosing);
    }

    private static ExtensionContext outermostContext(ExtensionContext context) {
        return context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .map(OwnKeycloak::outermostContext)
                .orElse(context);
    }
}
