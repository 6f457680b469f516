package org.interlieux.it.access;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.interlieux.it.Directories;

/**
 * The access rule that the guide for developers shows, made into a jar as the guide says: nothing here knows more of it than a reader.
 *
 * @param source the Java class
 * @param service the file that names the class to Keycloak
 * @param className what that file says
 */
record GuideRule(String source, String service, String className) {
    private static final Pattern CHAPTER = Pattern.compile("(?s)\n## An access rule of your own\n(.*?)(?=\n## |\\z)");
    private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern SERVICE = Pattern.compile("`(META-INF/services/[\\w.]+)` with the line `([\\w.]+)`");

    /** What the guide has a reader depend on, and what Maven brings along with it. */
    private static final List<String> DEPENDENCIES = List.of(
            "federation-authenticator.jar",
            "venue-identity-broker.jar",
            "org.keycloak.keycloak-server-spi-2",
            "org.keycloak.keycloak-core-2",
            "org.keycloak.keycloak-common-2");

    static GuideRule read() {
        try {
            String guide = Files.readString(Directories.realmExport().resolveSibling("CONTRIBUTING.md"));
            String chapter = find(CHAPTER, guide).group(1);
            Matcher service = find(SERVICE, chapter);
            return new GuideRule(find(CODE, chapter).group(1), service.group(1), service.group(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles and packs it into the directory of the tests' work. */
    Path jar() {
        try {
            Path work = Files.createDirectories(Directories.work().resolve("guide-rule"));
            compile(work.resolve("classes"));
            Path jar = work.resolve("guide-rule.jar");
            try (OutputStream out = Files.newOutputStream(jar)) {
                pack(work.resolve("classes"), out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        problems,
                        List.of(
                                "--release",
                                "17",
                                "-proc:none",
                                "-d",
                                Files.createDirectories(classes).toString(),
                                "-classpath",
                                classPath()),
                        null,
                        List.of(new Source()))
                .call();
        if (!compiled) {
            throw new IllegalStateException("The rule of the guide does not compile: " + problems.getDiagnostics());
        }
    }

    private static String classPath() throws IOException {
        Path distribution = Directories.distribution();
        try (Stream<Path> ours = Files.list(distribution.resolve("providers"));
                Stream<Path> keycloaks = Files.list(distribution.resolve("lib/lib/main"))) {
            return Stream.concat(ours, keycloaks)
                    .filter(jar -> DEPENDENCIES.stream()
                            .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }

    private void pack(Path classes, OutputStream out) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(out)) {
            add(jar, service, (className + "\n").getBytes(StandardCharsets.UTF_8));
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    add(jar, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
    }

    /** Always at the same time, so that the same rule is the same jar and the distribution is not built again. */
    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        jar.write(content);
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "The guide holds nothing like '%s'", pattern.pattern()));
        }
        return found;
    }

    private final class Source extends SimpleJavaFileObject {
        Source() {
            super(URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
