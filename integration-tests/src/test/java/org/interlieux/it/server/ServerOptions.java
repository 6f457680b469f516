package org.interlieux.it.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.it.Directories;

/** How to start a server; what is not said is chosen so that servers do not disturb one another. */
public final class ServerOptions {
    private String name = "keycloak";
    private Path homes = Directories.work().resolve("servers");
    private int port;
    private int managementPort;
    private boolean fresh;
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    ServerOptions() {}

    /** Names the directory of its data and log; a second server with that name takes over the data. */
    public ServerOptions name(String name) {
        this.name = name;
        return this;
    }

    /** Forgets the data that an earlier server with that name left. */
    public ServerOptions fresh() {
        this.fresh = true;
        return this;
    }

    /** The directory that holds the server's home. */
    public ServerOptions in(Path homes) {
        this.homes = homes;
        return this;
    }

    /** 0, the default, takes a free one. */
    public ServerOptions port(int port) {
        this.port = port;
        return this;
    }

    /** 0, the default, takes a free one. */
    public ServerOptions managementPort(int managementPort) {
        this.managementPort = managementPort;
        return this;
    }

    /** As for {@code kc.sh start}; overrides a default of the same name. */
    public ServerOptions argument(String argument) {
        arguments.add(argument);
        return this;
    }

    public ServerOptions environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Builds the distribution if needed, starts, and returns when the server is ready. */
    public KeycloakServer start() {
        Distribution distribution = new Distribution(Directories.distribution());
        distribution.ensureBuilt();
        Path home = homes.resolve(name);
        if (fresh) {
            KeycloakHome.forget(home);
        }
        KeycloakServer server = new KeycloakServer(
                KeycloakHome.at(home, distribution),
                new ServerAddress(
                        port == 0 ? FreePorts.next() : port, managementPort == 0 ? FreePorts.next() : managementPort),
                List.copyOf(arguments),
                Map.copyOf(environment));
        server.start();
        return server;
    }
}
