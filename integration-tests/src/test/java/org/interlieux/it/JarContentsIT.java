package org.interlieux.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final String PARSER = "org/interlieux/venue/hours/parser/";

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

    /** The one library that we carry. Under its own name it would clash with another extension's version of it. */
    @ParameterizedTest
    @MethodSource("jars")
    void onlyTheParserOfOpeningHoursIsCarriedAndUnderOurName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> carried = names(file, PARSER);
            List<String> licences = names(file, "META-INF/licenses/");
            if (jar.endsWith("venue-identity-broker.jar")) {
                assertThat(carried)
                        .contains(PARSER + "OpeningHoursParser.class", PARSER + "Messages.properties")
                        .allMatch(name -> name.endsWith(".class") || name.equals(PARSER + "Messages.properties"));
                assertThat(licences).containsExactly("META-INF/licenses/OpeningHoursParser.txt");
            } else {
                assertThat(carried).isEmpty();
                assertThat(licences).isEmpty();
            }
            for (String name : names(file, "org/interlieux/")) {
                byte[] content = file.getInputStream(file.getJarEntry(name)).readAllBytes();
                assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain("ch/poole", "ch.poole");
            }
        }
    }

    private static List<String> names(JarFile file, String prefix) {
        return file.stream()
                .filter(entry -> !entry.isDirectory())
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
