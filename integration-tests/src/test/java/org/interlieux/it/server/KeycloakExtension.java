package org.interlieux.it.server;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a running server as a parameter, and shows what it logged during a test that failed. */
abstract class KeycloakExtension
        implements BeforeAllCallback, BeforeTestExecutionCallback, AfterTestExecutionCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);
    private static final int SHOWN_CHARACTERS = 20_000;

    abstract KeycloakServer server(ExtensionContext context);

    @Override
    public final void beforeAll(ExtensionContext context) {
        server(context);
    }

    @Override
    public final void beforeTestExecution(ExtensionContext context) {
        context.getStore(NAMESPACE).put("logged", server(context).log().length());
    }

    @Override
    public final void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        KeycloakServer server = server(context);
        int logged = context.getStore(NAMESPACE).getOrDefault("logged", Integer.class, 0);
        String log = server.log();
        int from = Math.min(log.length(), Math.max(logged, log.length() - SHOWN_CHARACTERS));
        System.err.println("--- Keycloak during \"" + context.getDisplayName() + "\" (all of it: " + server.logFile()
                + ")\n" + log.substring(from) + "---");
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakServer.class;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }
}
