package org.interlieux.it.container;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.interlieux.it.container.Shell.Result;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of one deployment of {@code docker-compose.yml}, by the commands of the guide; each test begins where the last one ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final Deployment DEPLOYMENT = new Deployment();
    private static final Shell SHELL = DEPLOYMENT.shell();

    private static Books before = new Books(List.of(), List.of(), List.of());
    private static String adaAtFabrique = "";
    private static String chloeAtAtelier = "";

    @BeforeAll
    static void start() {
        Result withoutSettings = SHELL.attempt("docker compose config");
        assertThat(withoutSettings.exit()).isNotZero();
        assertThat(withoutSettings.output()).contains("run docker/make-env first");

        SHELL.run(GuideCommands.named("start the demo"));
        awaitHealth();
    }

    @AfterAll
    static void close() {
        DEPLOYMENT.close();
    }

    @Test
    @Order(1)
    @DisplayName("The settings are private, and never written twice")
    void settingsArePrivate() throws Exception {
        var file = DEPLOYMENT.directory().resolve(".env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        String settings = Files.readString(file);

        Result again = SHELL.attempt("docker/make-env https://login.example.org");

        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.output()).contains("is there already");
        assertThat(Files.readString(file)).isEqualTo(settings);
    }

    @Test
    @Order(1)
    @DisplayName("A federation of one's own has passwords of its own, and the demo does not touch it")
    void ownSettings() {
        try (Deployment own = new Deployment()) {
            own.shell().run(GuideCommands.named("make the settings"));

            assertThat(own.shell().run("docker compose config"))
                    .contains("KC_HOSTNAME: https://login.example.org", "KC_PROXY_HEADERS: xforwarded")
                    .containsPattern("KC_BOOTSTRAP_ADMIN_PASSWORD: \\w{32}\n")
                    .doesNotContain("ALLOWED_NETWORKS: 10");
            Result demo = own.shell().attempt("docker compose run --rm --no-deps demo-setup");
            assertThat(demo.exit()).isNotZero();
            assertThat(demo.output()).contains("The .env is not the demo's");
        }
    }

    @Test
    @Order(1)
    @DisplayName("Nobody is root, nothing can be written or gained, and only loopback is published")
    void containersMayDoLittle() {
        assertThat(SHELL.run("docker compose exec -T keycloak id -u")).isEqualTo("1000\n");
        assertThat(SHELL.run("docker compose exec -T db id -un")).isEqualTo("postgres\n");
        for (String service : List.of("keycloak", "db", "atelier")) {
            Result write = SHELL.attempt("docker compose exec -T " + service + " touch /opt/here /usr/here");
            assertThat(write.exit()).as(service).isNotZero();
            assertThat(write.output()).as(service).contains("Read-only file system");
            assertThat(SHELL.run("docker compose exec -T " + service + " cat /proc/1/status"))
                    .as(service)
                    .containsPattern("CapEff:\\s+0000000000000000")
                    .containsPattern("NoNewPrivs:\\s+1");
        }
        assertThat(SHELL.run("docker compose ps -q | xargs docker inspect -f '{{json .HostConfig.PortBindings}}'"))
                .contains("\"127.0.0.1\"")
                .doesNotContain("\"HostIp\":\"\"", "0.0.0.0", "5432", "9000");
    }

    @Test
    @Order(2)
    @DisplayName("Ada enters, both sites are told; a message for a site that is down waits")
    void storyIsPlayed() {
        try (Guest ada = new Guest()) {
            ada.open(DEPLOYMENT.fabrique() + "/federation/login").comeFromAtelier(Scene.ADA);
            assertThat(ada.visitor().text()).contains("You are arriving at La Fabrique", "member of L'Atelier");
            ada.arrive();
        }
        adaAtFabrique = onlyMessage(DEPLOYMENT.fabrique());
        assertThat(adaAtFabrique).startsWith("visit.entry ");
        assertThat(onlyMessage(DEPLOYMENT.atelier())).isEqualTo(adaAtFabrique);

        try (Guest chloe = new Guest()) {
            chloe.open(DEPLOYMENT.atelier() + "/federation/login")
                    .choose("fabrique")
                    .logInAsDokosMember(Scene.CHLOE);
            Deployment.down(DEPLOYMENT.fabrique(), true);
            chloe.arrive();
        }
        await().atMost(ofSeconds(30))
                .until(() -> DEPLOYMENT.told(DEPLOYMENT.atelier()).size() == 2);
        chloeAtAtelier = DEPLOYMENT.told(DEPLOYMENT.atelier()).get(1);

        before = Books.of(DEPLOYMENT);
        assertThat(before.visits()).hasSize(2);
        assertThat(before.venues()).hasSize(3);
        assertThat(before.waiting()).singleElement().asString().contains(chloeAtAtelier.substring(chloeAtAtelier.indexOf(' ') + 1));
        SHELL.run(GuideCommands.named("back up"));
    }

    @Test
    @Order(3)
    @DisplayName("down, up: everything is still there")
    void downAndUpKeepTheData() {
        SHELL.run("docker compose down");
        SHELL.run("docker compose up -d");
        awaitHealth();

        assertThat(Books.of(DEPLOYMENT)).isEqualTo(before);
    }

    @Test
    @Order(4)
    @DisplayName("A restore into an empty database gives the same, and what waited arrives")
    void restoreGivesTheSame() {
        DEPLOYMENT.forgetDatabase();

        SHELL.run(GuideCommands.named("restore"));
        awaitHealth();

        assertThat(Books.of(DEPLOYMENT)).isEqualTo(before);
        Deployment.down(DEPLOYMENT.fabrique(), false);
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(DEPLOYMENT.told(DEPLOYMENT.fabrique()))
                        .containsExactly(adaAtFabrique, chloeAtAtelier));
        assertThat(Books.of(DEPLOYMENT).waiting()).isEmpty();
    }

    private static void awaitHealth() {
        await().atMost(ofMinutes(2)).untilAsserted(() -> assertThat(DEPLOYMENT.states())
                .containsExactlyInAnyOrder(
                        "keycloak running healthy",
                        "db running healthy",
                        "atelier running healthy",
                        "fabrique running healthy",
                        "phare running healthy",
                        "library running healthy",
                        "demo-setup exited "));
    }

    private static String onlyMessage(String site) {
        return await().atMost(ofSeconds(30))
                .until(() -> DEPLOYMENT.told(site), messages -> messages.size() == 1)
                .get(0);
    }
}
