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
    private static final String RESILIENCE = "org/interlieux/access/resilience/";

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

    /** What Keycloak lacks is carried under names of our own: under theirs it would clash with another extension's version. */
    @ParameterizedTest
    @MethodSource("jars")
    void onlyTwoLibrariesAreCarriedAndUnderOurNames(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> parser = names(file, PARSER);
            List<String> resilience = names(file, RESILIENCE);
            List<String> licences = names(file, "META-INF/licenses/");
            switch (jar.getFileName().toString()) {
                case "venue-identity-broker.jar" -> {
                    assertThat(parser)
                            .contains(PARSER + "OpeningHoursParser.class", PARSER + "Messages.properties")
                            .allMatch(name -> name.endsWith(".class") || name.equals(PARSER + "Messages.properties"));
                    assertThat(resilience).isEmpty();
                    assertThat(licences).containsExactly("META-INF/licenses/OpeningHoursParser.txt");
                }
                case "federation-authenticator.jar" -> {
                    assertThat(parser).isEmpty();
                    assertThat(resilience)
                            .contains(RESILIENCE + "circuitbreaker/CircuitBreaker.class")
                            .allMatch(name -> name.endsWith(".class"));
                    assertThat(licences).containsExactly("META-INF/licenses/resilience4j.txt");
                }
                default -> assertThat(Stream.of(parser, resilience, licences)).allMatch(List::isEmpty);
            }
            for (String name : names(file, "org/interlieux/")) {
                byte[] content = file.getInputStream(file.getJarEntry(name)).readAllBytes();
                assertThat(new String(content, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain("ch/poole", "ch.poole", "io/github/resilience4j");
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
