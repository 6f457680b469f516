package org.interlieux.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Containers of our image, each with a PostgreSQL container. They use this machine's own network: so they reach the venues of the
 * tests, which listen on loopback only, take the same options as a process, and listen on loopback only themselves.
 */
public final class ContainerSource implements ServerSource {
    @Override
    public String name() {
        return "container";
    }

    /** What the image holds was built with the image. */
    @Override
    public KeycloakHome home(Path directory, Supplier<Distribution> distribution) {
        return KeycloakHome.withoutPrograms(directory);
    }

    @Override
    public ServerDatabase database(KeycloakHome home) {
        return PostgresContainer.start();
    }

    @Override
    public RunningServer start(StartCommand command) throws IOException {
        return ServerContainer.start(command);
    }
}
