package org.interlieux.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.interlieux.it.Directories;
import org.interlieux.it.server.FreePorts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip, and the guide's commands for a Keycloak that somebody has already. */
class InstallIT {
    private static final String UNPACKED = System.getProperty("interlieux.existing-keycloak");

    private final String url = "http://localhost:" + FreePorts.next();

    private Path downloads;
    private Path keycloak;

    @BeforeEach
    void download(@TempDir Path downloads) throws IOException {
        this.downloads = downloads;
        this.keycloak = downloads.resolve("keycloak");
        Path target = Directories.docs().resolveSibling("distribution/target");
        try (Stream<Path> files = Files.list(target)) {
            Path zip = files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
            Files.copy(zip, downloads.resolve(zip.getFileName()));
        }
    }

    @Test
    @DisplayName("unzip, check, copy, build, start, import: the federation realm is there, and its paths are ours")
    void installs() throws Exception {
        new Shell(downloads).with("UNPACKED", UNPACKED).run("cp -r \"$UNPACKED\" keycloak");
        Files.writeString(keycloak.resolve("conf/keycloak.conf"), """
                http-enabled=true
                http-host=127.0.0.1
                http-port=%d
                hostname=%s
                cache=local
                """.formatted(URI.create(url).getPort(), url));
        // Of an earlier version: the commands take it away.
        Files.writeString(keycloak.resolve("providers/event-listener-webhook-0.0.1.jar"), "old");
        Shell shell = new Shell(downloads)
                .with("KEYCLOAK_HOME", keycloak.toString())
                .with("KEYCLOAK_URL", url)
                .with("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -Dh2.bindAddress=127.0.0.1")
                .with("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
                .with("KC_BOOTSTRAP_ADMIN_PASSWORD", "an-admin")
                .with("KC_CLI_PASSWORD", "an-admin");

        shell.run(GuideCommands.named("install"));
        assertThat(installed()).hasSize(4).noneMatch(name -> name.contains("0.0.1"));
        Path log = downloads.resolve("server.log");
        Process server = shell.start(GuideCommands.named("run it"), log);
        try {
            await("Keycloak")
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() ->
                            assertThat(status("/realms/master")).as(Files.readString(log)).isEqualTo(200));
            assertThat(status("/realms/federation")).isEqualTo(404);

            shell.run("cd interlieux-*/\n" + GuideCommands.named("import the realm"));

            assertThat(status("/realms/federation")).isEqualTo(200);
            assertThat(shell.run("\"$KEYCLOAK_HOME/bin/kcadm.sh\" get interlieux/health -r federation"))
                    .containsPattern("\"realm\" : \\[ *]");
        } finally {
            Shell.end(server);
        }
    }

    @Test
    @DisplayName("A file of the zip that was changed does not pass the check")
    void changedFilesAreFound() {
        Shell shell = new Shell(downloads).with("KEYCLOAK_HOME", downloads.resolve("none").toString());
        shell.run("unzip -q interlieux-*.zip && echo >> interlieux-*/realm/federation-realm.json && rm interlieux-*.zip");

        Shell.Result check = shell.attempt("cd interlieux-*/ && sha256sum --quiet -c SHA256SUMS");

        assertThat(check.exit()).isNotZero();
        assertThat(check.output()).contains("realm/federation-realm.json: FAILED");
    }

    private List<String> installed() throws IOException {
        try (Stream<Path> files = Files.list(keycloak.resolve("providers"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private int status(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0; // nobody listens yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
