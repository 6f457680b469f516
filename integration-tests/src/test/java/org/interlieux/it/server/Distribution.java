package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.it.Directories;

/** The assembled Keycloak: {@code kc.sh build} runs once, and again when a provider jar or a build option changed. */
public final class Distribution {
    private static final List<String> BUILD_OPTIONS =
            List.of("--health-enabled=true", "--metrics-enabled=true", "--vault=file");

    /** Holds what was built, relative to the distribution. */
    static final Path STAMP = Path.of("lib", "interlieux-build");

    /** Keycloak compares the jars' times with those of its build; ours are rewritten by every Maven run. */
    private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path directory;
    private final List<String> buildOptions;

    private Distribution(Path directory, String database) {
        this.directory = directory;
        this.buildOptions = Stream.concat(Stream.of("--db=" + database), BUILD_OPTIONS.stream())
                .toList();
    }

    /** For the embedded database. */
    public static Distribution h2() {
        return new Distribution(Directories.distribution(), "dev-file");
    }

    /** The database is decided by the build, so this one is a second distribution beside the first, with the same jars. */
    public static Distribution postgres() {
        return new Distribution(DistributionTwin.of(Directories.distribution(), "postgres"), "postgres");
    }

    /** For the embedded database, with somebody else's jar among the providers; also a second distribution. */
    public static Distribution with(Path jar) {
        return new Distribution(DistributionTwin.of(Directories.distribution(), "with-another-jar", jar), "dev-file");
    }

    /** For PostgreSQL, with somebody else's jar among the providers; a distribution of its own as well. */
    public static Distribution postgresWith(Path jar) {
        return new Distribution(
                DistributionTwin.of(Directories.distribution(), "postgres-with-another-jar", jar), "postgres");
    }

    Path directory() {
        return directory;
    }

    /** Takes about 20 s when something changed, else nothing. */
    public void ensureBuilt() {
        try {
            Path stamp = directory.resolve(STAMP);
            String wanted = fingerprint();
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
                Files.deleteIfExists(stamp);
                EmptyDatabase.of(directory).forget();
                build();
                Files.writeString(stamp, wanted);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The distribution in " + directory + " cannot be built", e);
        }
    }

    private void build() throws IOException {
        List<String> command =
                new ArrayList<>(List.of(directory.resolve("bin/kc.sh").toString(), "build"));
        command.addAll(buildOptions);
        Path log = directory.resolve("build.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        CleanEnvironment.of(builder);
        try (ServerProcess build = ServerProcess.start(builder)) {
            int exit = build.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kc.sh build ended with " + exit + ":\n" + Files.readString(log));
            }
        }
    }

    private String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        for (String option : buildOptions) {
            digest.update(option.getBytes(StandardCharsets.UTF_8));
        }
        for (Path jar : providerJars()) {
            digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(jar));
            Files.setLastModifiedTime(jar, JAR_TIME);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> providerJars() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("providers"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
