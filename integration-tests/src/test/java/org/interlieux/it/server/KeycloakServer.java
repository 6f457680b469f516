package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real Keycloak process on loopback, with our jars in it. */
public final class KeycloakServer implements AutoCloseable {
    /** Name and password of the first administrator. */
    public static final String ADMIN = "admin";

    private final ServerSource source;
    private final KeycloakHome home;
    private final ServerAddress address;
    private final ServerDatabase database;
    private final StartCommand command;
    private final AdminApi admin;
    private @Nullable RunningServer process;

    KeycloakServer(
            ServerSource source,
            KeycloakHome home,
            ServerAddress address,
            ServerDatabase database,
            List<String> arguments,
            Map<String, String> environment) {
        this.source = source;
        this.home = home;
        this.address = address;
        this.database = database;
        this.admin = new AdminApi(address.ownUrl());
        this.command = new StartCommand(home, address, database, arguments, environment);
    }

    public static ServerOptions options() {
        return new ServerOptions();
    }

    /** Returns when the server is ready. Does nothing when it runs already. */
    public void start() {
        if (isRunning()) {
            return;
        }
        try {
            RunningServer started = source.start(command);
            process = started;
            new Readiness(address.managementUrl()).await(started, this::log);
        } catch (IOException e) {
            throw new UncheckedIOException("kc.sh does not start", e);
        }
    }

    /** The first start, without the work of making tables. */
    void start(EmptyDatabase empty) {
        empty.copyTo(home.databaseDirectory());
        start();
    }

    /** The address that browsers and clients use, without a slash at the end. */
    public String url() {
        return address.url();
    }

    /** The address of this very server, where it shares {@link #url} with others; without a slash at the end. */
    public String ownUrl() {
        return address.ownUrl();
    }

    /** Health and metrics, without a slash at the end. */
    public String managementUrl() {
        return address.managementUrl();
    }

    /** Asks this very server as its first administrator; goes on working after a restart. */
    public AdminApi admin() {
        return admin;
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Lets the server finish what it does. */
    public void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    /** SIGKILL: nothing is finished, nothing is flushed. */
    public void kill() {
        if (process != null) {
            process.kill();
            process = null;
            home.forgetDatabaseLock();
        }
    }

    /**
     * Runs {@code kc.sh} with a command other than {@code start}, on the data of this server, which must be stopped.
     *
     * @param command {@code export} or {@code import}
     */
    public void runOffline(String command, String... options) {
        if (isRunning()) {
            throw new IllegalStateException("Stop the server before kc.sh " + command);
        }
        int logged = log().length();
        try (ServerProcess run = ServerProcess.start(this.command.offline(command, List.of(options)))) {
            int exit = run.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(
                        "kc.sh " + command + " ended with " + exit + ":\n" + log().substring(logged));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("kc.sh " + command + " does not start", e);
        }
    }

    /** On the same data and ports; stops gently before if it still runs. */
    public void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        admin.close();
        stop();
    }

    /** Everything the server printed since its data directory was made. */
    public String log() {
        try {
            return Files.exists(home.log()) ? Files.readString(home.log(), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logFile() {
        return home.log();
    }

    /** The tables of this server; usable while it runs and while it is stopped. */
    public ServerDatabase database() {
        return database;
    }

    /** Puts a secret where {@code ${vault.key}} of that realm finds it. */
    public void putSecret(String realm, String key, String secret) {
        try {
            Files.writeString(home.vault().resolve(realm.replace("_", "__") + "_" + key.replace("_", "__")), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Addresses on which this server accepts connections. */
    public List<ListeningSocket> listeningSockets() {
        return processIds().stream()
                .flatMap(id -> ListeningSocket.of(id).stream())
                .toList();
    }

    /** The server itself is one of them. */
    public List<Long> processIds() {
        return process == null ? List.of() : process.ids();
    }
}
