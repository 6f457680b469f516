package org.interlieux.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.interlieux.it.Directories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The image as it was built. */
class ImageIT {
    private static final Path ROOT = Directories.docs().resolve("..").normalize();

    private final Shell shell = new Shell(ROOT).with("IMAGE", System.getProperty("interlieux.image"));

    @Test
    @DisplayName("It runs as nobody's root, says what it is, and knows whether it is ready")
    void labels() {
        assertThat(inspect(".Config.User")).isEqualTo("1000");
        assertThat(inspect("index .Config.Labels \"org.opencontainers.image.title\"")).isEqualTo("Interlieux");
        assertThat(inspect("index .Config.Labels \"org.opencontainers.image.licenses\"")).isEqualTo("Apache-2.0");
        assertThat(inspect("index .Config.Labels \"org.opencontainers.image.version\"")).isNotBlank();
        assertThat(inspect(".Config.Healthcheck.Test")).isEqualTo("[CMD /opt/keycloak/bin/ready]");
    }

    @Test
    @DisplayName("It carries the jars of the zip")
    void jars() {
        assertThat(shell.run("grep jar distribution/target/contents/SHA256SUMS"
                        + " | docker run --rm -i --network none --workdir /opt/keycloak --entrypoint sha256sum \"$IMAGE\" -c -"))
                .contains("providers/event-listener-webhook")
                .doesNotContain("FAILED");
    }

    @Test
    @DisplayName("Dockerfiles and Compose file name the Keycloak that the tests run on")
    void baseImage() throws Exception {
        String wanted = "quay.io/keycloak/keycloak:"
                + Path.of(System.getProperty("interlieux.existing-keycloak"))
                        .getFileName()
                        .toString()
                        .replace("keycloak-", "");
        for (String file : new String[] {"Dockerfile", "demo-venue/Dockerfile", "docker-compose.yml"}) {
            assertThat(Files.readString(ROOT.resolve(file))).as(file).contains(wanted);
        }
    }

    @Test
    @DisplayName("The guide has no commands but those that these tests and their build run")
    void guideIsRun() {
        assertThat(GuideCommands.titles())
                .containsExactlyInAnyOrder(
                        "build the images",
                        "start the demo",
                        "make the settings",
                        "start",
                        "back up",
                        "restore",
                        "install",
                        "run it",
                        "import the realm");
        assertThat(GuideCommands.named("build the images"))
                .contains("docker build --tag interlieux/keycloak .", "docker build --tag interlieux/demo-venue demo-venue");
        assertThat(GuideCommands.named("restore")).contains(GuideCommands.named("start"));
    }

    private String inspect(String field) {
        return shell.run("docker image inspect -f '{{" + field + "}}' \"$IMAGE\"").strip();
    }
}
