package org.interlieux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we put into Keycloak's {@code providers/}: our own classes and resources, and nothing that could clash with others. */
class JarContentsIT {

    static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(Directories.distribution().resolve("providers"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    @Test
    void fourJarsAreInstalled() throws IOException {
        assertThat(jars()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void jarHoldsOnlyOurClassesAndResources(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("org/interlieux/")
                            || name.startsWith("META-INF/")
                            || name.startsWith("theme-resources/")
                            || name.startsWith("theme/interlieux/"))
                    .noneMatch(name -> name.startsWith("META-INF/versions/") || name.endsWith(".jar"));
        }
    }
}
