package org.interlieux.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.interlieux.it.server.KeycloakServer;

/** What is on a server's heap and in use: {@code jcmd} collects garbage before it counts. */
record LiveHeap(Map<String, Long> bytesByClass) {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*$");

    static LiveHeap of(KeycloakServer server) {
        return server.processIds().stream()
                .map(LiveHeap::histogram)
                .filter(text -> text.contains("org.keycloak"))
                .findFirst()
                .map(LiveHeap::parse)
                .orElseThrow(() -> new IllegalStateException("No process of the server tells of its heap"));
    }

    long bytes() {
        return bytesOf("");
    }

    long bytesOf(String classNamePrefix) {
        return bytesByClass.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(classNamePrefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static LiveHeap parse(String histogram) {
        return new LiveHeap(LINE.matcher(histogram)
                .results()
                .collect(Collectors.toMap(line -> line.group(2), line -> Long.valueOf(line.group(1)), Long::sum)));
    }

    private static String histogram(long processId) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), Long.toString(processId), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
