package org.interlieux.it.server;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests running servers as parameters, and shows what they logged during a test that failed. */
abstract class KeycloakExtension
        implements BeforeAllCallback, BeforeTestExecutionCallback, AfterTestExecutionCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);
    private static final int SHOWN_CHARACTERS = 20_000;

    /** What a parameter of that type gets; empty when it is not for this extension. Starts servers when they are first asked for. */
    abstract Optional<Object> parameter(Class<?> type, ExtensionContext context);

    /** Those whose logs are shown. */
    abstract List<KeycloakServer> servers(ExtensionContext context);

    @Override
    public final void beforeAll(ExtensionContext context) {
        servers(context);
    }

    @Override
    public final void beforeTestExecution(ExtensionContext context) {
        servers(context).forEach(server -> context.getStore(NAMESPACE)
                .put(server.logFile(), server.log().length()));
    }

    @Override
    public final void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            servers(context).forEach(server -> show(server, context));
        }
    }

    private static void show(KeycloakServer server, ExtensionContext context) {
        int logged = context.getStore(NAMESPACE).getOrDefault(server.logFile(), Integer.class, 0);
        String log = server.log();
        int from = Math.min(log.length(), Math.max(logged, log.length() - SHOWN_CHARACTERS));
        System.err.println("--- Keycloak during \"" + context.getDisplayName() + "\" (all of it: " + server.logFile()
                + ")\n" + log.substring(from) + "---");
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter(parameter.getParameter().getType(), context).isPresent();
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter(parameter.getParameter().getType(), context).orElseThrow();
    }
}
