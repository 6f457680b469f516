package org.interlieux.it.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.interlieux.it.Directories;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.FreePorts;

/** A copy of what {@code docker-compose.yml} needs, in a directory, with ports and names of its own. */
final class Deployment implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String project = "interlieux-it-" + UUID.randomUUID().toString().substring(0, 8);
    private final int atelierPort = FreePorts.next();
    private final int fabriquePort = FreePorts.next();
    private final Path directory;
    private final Shell shell;

    Deployment() {
        directory = copy();
        shell = new Shell(directory)
                .with("COMPOSE_PROJECT_NAME", project)
                .with("COMPOSE_PROFILES", "demo")
                .with("HTTP_PORT", Integer.toString(FreePorts.next()))
                .with("ATELIER_PORT", Integer.toString(atelierPort))
                .with("FABRIQUE_PORT", Integer.toString(fabriquePort))
                .with("PHARE_PORT", Integer.toString(FreePorts.next()))
                .with("LIBRARY_PORT", Integer.toString(FreePorts.next()))
                // As often as a test can wait for.
                .with(
                        "KC_SPI_EVENTS_LISTENER__VENUE_VISITS__RETRY_SECONDS",
                        String.join(",", Collections.nCopies(300, "3")));
    }

    Path directory() {
        return directory;
    }

    Shell shell() {
        return shell;
    }

    String atelier() {
        return "http://atelier.localhost:" + atelierPort;
    }

    String fabrique() {
        return "http://fabrique.localhost:" + fabriquePort;
    }

    /** One line for each container: its service, its state, its health. */
    List<String> states() {
        return shell.run("""
                        docker compose ps -a -q | while read -r id; do
                          docker inspect -f '{{index .Config.Labels "com.docker.compose.service"}} {{.State.Status}} {{with .State.Health}}{{.Status}}{{end}}' "$id"
                        done
                        """)
                .lines()
                .toList();
    }

    /** Removes everything but the images and the volume of the sites. */
    void forgetDatabase() {
        shell.run("docker compose down && docker volume rm " + project + "_db");
    }

    /** The types and visits that a site was told of, oldest first. */
    List<String> told(String site) {
        try (InputStream records = URI.create(site + "/records.json").toURL().openStream()) {
            return StreamSupport.stream(JSON.readTree(records).path("records").spliterator(), false)
                    .map(record -> record.path("body"))
                    .map(Deployment::summary)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String summary(JsonNode message) {
        return message.path("type").asText() + " "
                + message.path("data").path("visit").path("id").asText();
    }

    /** Takes a site down, or brings it back. */
    static void down(String site, boolean down) {
        Scene.control(site, "{\"down\": " + down + "}");
    }

    @Override
    public void close() {
        shell.run("docker compose down -v --timeout 5");
    }

    private static Path copy() {
        Path root = Directories.docs().resolve("..").normalize();
        try {
            Path copy = Files.createTempDirectory(Files.createDirectories(Directories.work()), "deployment");
            Files.copy(root.resolve("docker-compose.yml"), copy.resolve("docker-compose.yml"));
            copy(root.resolve("docker"), copy.resolve("docker"));
            // Compose looks for it even where nothing is built.
            Files.createDirectory(copy.resolve("demo-venue"));
            copy(Directories.realmExport(), copy.resolve("realm-export"));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.copy(visited, to.resolve(from.relativize(visited)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
