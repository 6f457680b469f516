package org.interlieux.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands as a person does who copies them into bash, in one directory and environment. */
final class Shell {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    /** {@code docker compose} is docker-compose 1.29 where there is no Compose v2, as the guide says. */
    private static final String PRELUDE = """
            set -euo pipefail
            if ! docker compose version > /dev/null 2>&1; then
              docker() { if [ "$1" = compose ]; then shift; command docker-compose "$@"; else command docker "$@"; fi; }
            fi
            """;

    private final Path directory;
    private final Map<String, String> environment = new LinkedHashMap<>();

    Shell(Path directory) {
        this.directory = directory;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What they print; throws when one of them fails. */
    String run(String commands) {
        Result result = attempt(commands);
        if (result.exit() != 0) {
            throw new IllegalStateException(
                    "Ended with " + result.exit() + ":\n" + commands + "\n" + result.output());
        }
        return result.output();
    }

    /**
     * How they ended.
     *
     * @param output of both kinds
     */
    record Result(int exit, String output) {}

    Result attempt(String commands) {
        try {
            Path output = Files.createTempFile("commands", ".log");
            Process process = start(commands, output);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                end(process);
                throw new IllegalStateException("No end after " + LIMIT + ":\n" + commands + "\n" + Files.readString(output));
            }
            String text = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does not wait for their end. */
    Process start(String commands, Path output) {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", PRELUDE + commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With whatever it started. */
    static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
