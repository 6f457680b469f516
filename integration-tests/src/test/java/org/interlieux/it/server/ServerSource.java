package org.interlieux.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where servers come from. The system property {@code interlieux.server} chooses: {@code process}, the default, or what a profile of
 * the build adds, such as {@code container}.
 */
interface ServerSource {
    /** The value of the system property. */
    String name();

    /** A place for a server's files; existing data is taken over. */
    KeycloakHome home(Path directory, Supplier<Distribution> distribution);

    /** For a server that was given no other. */
    ServerDatabase database(KeycloakHome home);

    /** Returns at once; the server is not ready then. */
    RunningServer start(StartCommand command) throws IOException;

    static ServerSource chosen() {
        String name = System.getProperty("interlieux.server", "process");
        return Stream.concat(
                        Stream.of(new ProcessSource()),
                        ServiceLoader.load(ServerSource.class).stream().map(ServiceLoader.Provider::get))
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No servers of the kind interlieux.server=" + name));
    }
}
