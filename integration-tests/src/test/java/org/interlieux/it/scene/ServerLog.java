package org.interlieux.it.scene;

import org.interlieux.it.server.KeycloakServer;

/** What the server has logged since a moment. */
public final class ServerLog {
    private final KeycloakServer server;
    private final int from;

    private ServerLog(KeycloakServer server) {
        this.server = server;
        this.from = server.log().length();
    }

    public static ServerLog from(KeycloakServer server) {
        return new ServerLog(server);
    }

    public String text() {
        return server.log().substring(from);
    }
}
