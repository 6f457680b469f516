package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A second distribution that can be built with other options. It takes next to no space: files are hard links, and the providers are
 * those of the original. Only what {@code kc.sh build} writes, in {@code lib/quarkus}, is its own.
 */
final class DistributionTwin {
    private static final Path WRITTEN_BY_BUILD = Path.of("lib", "quarkus");
    private static final String PROVIDERS = "providers";
    private static final List<String> PARTS = List.of("bin", "conf", "lib", "themes", "version.txt");

    private DistributionTwin() {}

    /** Beside the original; one that is there already is taken as it is. */
    static Path of(Path original, String name) {
        Path twin = original.resolveSibling(original.getFileName() + "-" + name);
        try {
            if (!Files.exists(twin)) {
                Path unfinished = Files.createTempDirectory(original.getParent(), "twin");
                for (String part : PARTS) {
                    link(original, unfinished, part);
                }
                Files.createSymbolicLink(
                        unfinished.resolve(PROVIDERS),
                        Path.of("..", original.getFileName().toString(), PROVIDERS));
                Files.move(unfinished, twin);
            }
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException(original + " cannot be copied to " + twin, e);
        }
    }

    /** The same with one more jar among its providers. */
    static Path of(Path original, String name, Path jar) {
        Path twin = of(original, name);
        try {
            fill(twin.resolve(PROVIDERS), original.resolve(PROVIDERS), jar);
            return twin;
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be added to " + twin, e);
        }
    }

    private static void fill(Path providers, Path originals, Path jar) throws IOException {
        if (Files.isSymbolicLink(providers)) {
            Files.delete(providers);
            Files.createDirectory(providers);
        }
        try (Stream<Path> before = Files.list(providers);
                Stream<Path> files = Files.list(originals)) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
            for (Path file : files.toList()) {
                Files.createSymbolicLink(providers.resolve(file.getFileName()), file);
            }
        }
        Files.copy(jar, providers.resolve(jar.getFileName()));
    }

    private static void link(Path original, Path twin, String part) throws IOException {
        try (Stream<Path> files = Files.walk(original.resolve(part))) {
            for (Path file : files.toList()) {
                Path relative = original.relativize(file);
                Path target = twin.resolve(relative);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (relative.startsWith(WRITTEN_BY_BUILD)) {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                } else if (!relative.equals(Distribution.STAMP)) {
                    Files.createLink(target, file);
                }
            }
        }
    }
}
