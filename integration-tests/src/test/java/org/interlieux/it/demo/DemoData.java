package org.interlieux.it.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the demo keeps between two starts: Keycloak's data and the sites' stores. */
final class DemoData {
    private final Path directory;

    private DemoData(Path directory) {
        this.directory = directory;
    }

    /** Forgets what was there if told so, or if the first start did not come to its end. */
    static DemoData open(Path directory, boolean reset) {
        DemoData data = new DemoData(directory);
        try {
            if (reset || !data.isComplete()) {
                data.forget();
            }
            Files.createDirectories(directory);
            // Nobody should have to remember not to commit this.
            Files.writeString(directory.resolve(".gitignore"), "*\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The demo cannot keep its data in " + directory, e);
        }
        data.requireSameAddresses();
        return data;
    }

    Path directory() {
        return directory;
    }

    Path siteStore(String alias) {
        return directory.resolve("sites").resolve(alias + ".json");
    }

    /** Whether the realms were imported. */
    boolean isComplete() {
        return Files.exists(addressFile());
    }

    void complete() {
        try {
            Files.createDirectories(directory.resolve("sites"));
            Files.writeString(addressFile(), addresses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSameAddresses() {
        try {
            if (isComplete() && !Files.readString(addressFile()).equals(addresses())) {
                throw new DemoException("The demo's data was made with other ports:\n"
                        + Files.readString(addressFile())
                        + "Start it with those, or forget the data with -Ddemo.reset");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String addresses() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(DemoPorts.addresses())
                .forEach(
                        (name, url) -> text.append(name).append(' ').append(url).append('\n'));
        return text.toString();
    }

    private Path addressFile() {
        return directory.resolve("addresses");
    }

    private void forget() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
