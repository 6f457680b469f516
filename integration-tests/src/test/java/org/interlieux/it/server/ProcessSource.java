package org.interlieux.it.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Processes of this machine, from the assembled distribution. */
final class ProcessSource implements ServerSource {
    @Override
    public String name() {
        return "process";
    }

    @Override
    public KeycloakHome home(Path directory, Supplier<Distribution> distribution) {
        return KeycloakHome.at(directory, BuildLock.hold(() -> built(distribution)));
    }

    private static Distribution built(Supplier<Distribution> distribution) {
        Distribution chosen = distribution.get();
        chosen.ensureBuilt();
        return chosen;
    }

    @Override
    public ServerDatabase database(KeycloakHome home) {
        return new ServerDatabase(home.databaseUrl());
    }

    @Override
    public RunningServer start(StartCommand command) throws IOException {
        return ServerProcess.start(command.process());
    }
}
