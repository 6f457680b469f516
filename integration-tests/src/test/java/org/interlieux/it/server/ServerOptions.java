package org.interlieux.it.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.it.Directories;
import org.jspecify.annotations.Nullable;

/** How to start a server; what is not said is chosen so that servers do not disturb one another. */
public final class ServerOptions {
    private String name = "keycloak";
    private Path homes = Directories.work().resolve("servers");
    private int port;
    private int managementPort;
    private boolean fresh;
    private @Nullable String publicUrl;
    private @Nullable Postgres postgres;
    private @Nullable Path provider;
    private @Nullable String realmToImport;
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

    /** Where browsers and clients find it, when something stands before it; without a slash at the end. */
    public ServerOptions publicUrl(String publicUrl) {
        this.publicUrl = publicUrl;
        return this;
    }

    /** Instead of the embedded database in its home. */
    public ServerOptions database(Postgres postgres) {
        this.postgres = postgres;
        return this;
    }

    /** A jar that is no part of Interlieux, put among the providers. */
    public ServerOptions provider(Path jar) {
        this.provider = jar;
        return this;
    }

    /** Has that realm imported at the start, unless it is there already. */
    public ServerOptions importRealm(String json) {
        this.realmToImport = json;
        return argument("--import-realm");
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
        KeycloakServer server = make();
        if (fresh && server.database().isEmbedded() && realmToImport == null && provider == null) {
            startEmpty(server, EmptyDatabase.of(Distribution.h2().directory()));
        } else {
            server.start();
        }
        return server;
    }

    private static void startEmpty(KeycloakServer server, EmptyDatabase empty) {
        if (empty.exists()) {
            server.start(empty);
        } else {
            server.start();
            empty.keep(server.database());
        }
    }

    /** As {@link #start}, but does not start it: for commands that need no running server. */
    public KeycloakServer make() {
        Path home = homes.resolve(name);
        if (fresh) {
            KeycloakHome.forget(home);
        }
        ServerSource source = ServerSource.chosen();
        KeycloakHome keycloakHome = source.home(home, this::distribution);
        if (realmToImport != null) {
            keycloakHome.putImport(realmToImport);
        }
        return new KeycloakServer(
                source,
                keycloakHome,
                address(),
                postgres == null ? source.database(keycloakHome) : postgres.database(),
                List.copyOf(arguments),
                Map.copyOf(environment));
    }

    private Distribution distribution() {
        if (provider != null) {
            return postgres == null ? Distribution.with(provider) : Distribution.postgresWith(provider);
        }
        return postgres == null ? Distribution.h2() : Distribution.postgres();
    }

    private ServerAddress address() {
        ServerAddress own = ServerAddress.of(
                port == 0 ? FreePorts.next() : port, managementPort == 0 ? FreePorts.next() : managementPort);
        return publicUrl == null ? own : new ServerAddress(own.port(), own.managementPort(), publicUrl);
    }
}
