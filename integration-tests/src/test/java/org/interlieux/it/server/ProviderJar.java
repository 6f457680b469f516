package org.interlieux.it.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.interlieux.it.Directories;

/**
 * A provider of one class that is no part of Interlieux, compiled against the jars of the distribution.
 *
 * @param source the Java class
 * @param className with its package
 * @param service the file that names the class to Keycloak
 * @param dependencies with what the names of the jars begin that it is compiled against
 */
public record ProviderJar(String source, String className, String service, List<String> dependencies) {

    /** Compiles and packs it into a directory of that name in the directory of the tests' work. */
    public Path make(String name) {
        try {
            Path work = Files.createDirectories(Directories.work().resolve(name));
            compile(work.resolve("classes"));
            Path jar = work.resolve(name + ".jar");
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
            throw new IllegalStateException(className + " does not compile: " + problems.getDiagnostics());
        }
    }

    private String classPath() throws IOException {
        Path distribution = Directories.distribution();
        try (Stream<Path> ours = Files.list(distribution.resolve("providers"));
                Stream<Path> keycloaks = Files.list(distribution.resolve("lib/lib/main"))) {
            return Stream.concat(ours, keycloaks)
                    .filter(jar -> dependencies.stream()
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

    /** Always at the same time, so that the same source is the same jar and the distribution is not built again. */
    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        jar.putNextEntry(entry);
        jar.write(content);
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
