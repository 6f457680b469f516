package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home directory for one server: its own data, and links to everything that servers share. */
record KeycloakHome(Path directory) {
    private static final List<String> SHARED = List.of("conf", "lib", "providers", "themes", "version.txt");

    /** Makes it, or takes over an existing one with its data. */
    static KeycloakHome at(Path directory, Distribution distribution) {
        try {
            Files.createDirectories(directory.resolve("bin"));
            Files.createDirectories(directory.resolve("data"));
            Files.createDirectories(directory.resolve("vault"));
            // The script finds its home by resolving links: a link to it would lead back to the distribution.
            Files.copy(
                    distribution.directory().resolve("bin/kc.sh"),
                    directory.resolve("bin/kc.sh"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            for (String name : SHARED) {
                Path link = directory.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.directory().resolve(name));
            }
            return new KeycloakHome(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("No Keycloak home in " + directory, e);
        }
    }

    /** For a server that has its programs elsewhere: its log and its secrets. */
    static KeycloakHome withoutPrograms(Path directory) {
        try {
            Files.createDirectories(directory.resolve("vault"));
            return new KeycloakHome(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("No Keycloak home in " + directory, e);
        }
    }

    /** Deletes it with all data; what its links lead to stays. */
    static void forget(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be deleted", e);
        }
    }

    Path script() {
        return directory.resolve("bin/kc.sh");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path databaseDirectory() {
        return directory.resolve("data/h2");
    }

    Path vault() {
        return directory.resolve("vault");
    }

    /** Puts a realm file where {@code --import-realm} finds it. */
    void putImport(String realm) {
        try {
            Path directory = Files.createDirectories(directory().resolve("data/import"));
            Files.writeString(directory.resolve("realm.json"), realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Durable at once: without {@code WRITE_DELAY=0} a kill loses the last half second of commits. {@code AUTO_SERVER} lets a test look
     * into, and break, the tables of a running server.
     */
    String databaseUrl() {
        return "jdbc:h2:file:" + databaseDirectory().resolve("keycloakdb")
                + ";NON_KEYWORDS=VALUE;WRITE_DELAY=0;AUTO_SERVER=TRUE";
    }

    /** Of a killed server: the database would wait for four seconds to see whether its owner still lives. */
    void forgetDatabaseLock() {
        try {
            Files.deleteIfExists(databaseDirectory().resolve("keycloakdb.lock.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
