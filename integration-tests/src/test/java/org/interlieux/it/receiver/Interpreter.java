package org.interlieux.it.receiver;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own interpreter of a language, from the environment variable of the same name or the path. */
enum Interpreter {
    PYTHON("python3", "verify.py", "verify_cases.py"),
    NODE("node", "verify.mjs", "verify_cases.mjs"),
    PHP("php", "verify.php", "verify_cases.php");

    private final String command;
    private final String snippet;
    private final String driver;

    Interpreter(String command, String snippet, String driver) {
        this.command = command;
        this.snippet = snippet;
        this.driver = driver;
    }

    /** The guide's code that verifies a message. */
    String snippet() {
        return snippet;
    }

    /** Runs that code; reads the cases from its input, writes a list of booleans. */
    String driver() {
        return driver;
    }

    /** Skips the test, loudly, where there is no such interpreter. */
    void require() {
        if (find().isEmpty()) {
            String reason =
                    "no " + command + " on this machine; install it, or name it in the environment variable " + name();
            System.err.println("*** RECEIVER TEST SKIPPED: " + reason);
            Assumptions.abort(reason);
        }
    }

    /** Runs a script of {@code src/test/resources/receiver} beside the files of a directory, and gives what it writes. */
    String run(Path directory, String script, String input) {
        try {
            Files.write(directory.resolve(script), resource(script));
            Path written = directory.resolve("input");
            Files.writeString(written, input);
            Path output = directory.resolve("output");
            Process process = new ProcessBuilder(find().orElseThrow().toString(), script)
                    .directory(directory.toFile())
                    .redirectInput(written.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(Redirect.INHERIT)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end within a minute");
            }
            String text = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(script + " ended with " + process.exitValue() + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<Path> find() {
        Stream<Path> onPath = Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, command));
        return Stream.concat(Stream.ofNullable(System.getenv(name())).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = Interpreter.class.getResourceAsStream("/receiver/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }
}
