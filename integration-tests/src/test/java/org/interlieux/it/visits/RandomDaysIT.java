package org.interlieux.it.visits;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever members do, and however time passes: a member is at one place at most, every visit that ended has a moment and
 * a reason, and each venue is told each change once. A failure names its seed; {@code -Dvisits.seed=} plays it again.
 */
@ExtendWith(SharedKeycloak.class)
class RandomDaysIT {
    private static final int STEPS = 30;

    private final long seed = Long.getLong("visits.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> played = new ArrayList<>();
    private Scene scene;
    private VisitRows rows;
    private Map<String, DemoVenue> sites;
    private Guest ada = new Guest();
    private Guest chloe = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        rows = VisitRows.of(scene);
        sites = Map.of("atelier", scene.atelier(), "fabrique", scene.fabrique(), "phare", scene.phare());
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true"));
        scene.federation().change("phare", Map.of("maxVisitHours", "2"));
    }

    @AfterEach
    void close() {
        ada.close();
        chloe.close();
        scene.close();
    }

    @Test
    void randomDaysKeepTheInvariants() {
        for (int step = 0; step < STEPS; step++) {
            play(random.nextInt(10));
            assertInvariants();
        }
        everyWayOut();

        await().atMost(ofSeconds(30)).untilAsserted(this::assertEachChangeWasToldOnce);
        assertThat(visits().stream().map(KeptVisit::reason).collect(Collectors.toSet()))
                .as(story())
                .contains("logout", "moved", "closing", "expired");
    }

    private void everyWayOut() {
        List.of(0, 7, 0).forEach(this::play);
        hoursPass(13);
        play(0);
        sessionsRunOut();
        await().atMost(ofSeconds(20)).until(() -> rows.overdue() == 0);
        List.of(0, 1).forEach(this::play);
    }

    private void play(int kind) {
        rows.pass(Duration.ofMinutes(20)); // nobody may enter more often than ten times in ten minutes
        switch (kind) {
            case 0 -> enter(ada, "atelier", Scene.ADA, "fabrique");
            case 1 -> enter(ada, "atelier", Scene.ADA, "phare");
            case 2 -> enter(ada, "atelier", Scene.ADA, "atelier");
            case 3 -> enter(chloe, "fabrique", Scene.CHLOE, "atelier");
            case 4 -> enter(chloe, "fabrique", Scene.CHLOE, "phare");
            case 5 -> enter(chloe, "fabrique", Scene.CHLOE, "fabrique");
            case 6 -> leave(chloe, "atelier");
            case 7 -> leave(ada, "fabrique");
            case 8 -> newBrowsers();
            default -> hoursPass(1 + random.nextInt(24));
        }
    }

    private void enter(Guest guest, String home, String email, String host) {
        played.add(email + " to " + host);
        guest.at(site(host));
        if (guest.seesPicker()) {
            guest.choose(home);
            if (guest.visitor().sees("input[name=password]")) {
                guest.logInAsDokosMember(email);
            }
        }
        if (guest.seesArrivalPage()) {
            guest.arrive();
        }
    }

    private DemoVenue site(String host) {
        return Objects.requireNonNull(sites.get(host), host);
    }

    private void leave(Guest guest, String host) {
        if (guest.isInside(site(host))) {
            played.add("leave " + host);
            guest.leave(site(host));
        }
    }

    private void sessionsRunOut() {
        played.add("sessions run out");
        rows.passInSessions(Duration.ofHours(15));
        await().atMost(ofSeconds(90)).until(() -> rows.sessions() == 0);
        newBrowsers();
    }

    private void newBrowsers() {
        played.add("new browsers");
        ada.close();
        chloe.close();
        ada = new Guest();
        chloe = new Guest();
    }

    private void hoursPass(int hours) {
        played.add(hours + " hours pass");
        rows.pass(Duration.ofHours(hours));
        if (random.nextBoolean()) { // else the next step comes before the visit is found, or at the same moment
            await().atMost(ofSeconds(20)).until(() -> rows.overdue() == 0);
        }
    }

    private void assertInvariants() {
        List<KeptVisit> visits = visits();
        Set<String> open =
                visits.stream().filter(KeptVisit::isOpen).map(KeptVisit::userId).collect(Collectors.toSet());
        assertThat(open).as(story()).hasSize((int)
                visits.stream().filter(KeptVisit::isOpen).count());
        assertThat(visits).as(story()).allSatisfy(visit -> {
            if (visit.isOpen()) {
                assertThat(visit.openKey()).isEqualTo(visit.userId());
                assertThat(visit.sequence()).isEqualTo(1);
                assertThat(visit.reason()).isEqualTo("-");
            } else {
                assertThat(visit.openKey()).isEqualTo(visit.id());
                assertThat(visit.sequence()).isEqualTo(2);
                assertThat(visit.exitedAt()).isGreaterThanOrEqualTo(visit.enteredAt());
                assertThat(visit.reason()).isIn("logout", "moved", "closing", "expired");
            }
        });
    }

    private void assertEachChangeWasToldOnce() {
        assertInvariants();
        Map<String, List<Told>> told = sites.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, site -> scene.told(site.getValue())));
        int expected = 0;
        for (KeptVisit visit : visits()) {
            for (String venue : new HashSet<>(List.of(visit.homeAlias(), visit.hostAlias()))) {
                assertThat(told.get(venue))
                        .as(story())
                        .filteredOn(message -> message.visitId().equals(visit.id()))
                        .extracting(message -> message.visit().path("sequence").asInt())
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, visit.sequence())
                                .boxed()
                                .toList());
                expected += visit.sequence();
            }
        }
        assertThat(told.values().stream().mapToInt(List::size).sum())
                .as(story())
                .isEqualTo(expected);
    }

    private List<KeptVisit> visits() {
        return KeptVisit.of(scene.server().database(), rows.realmId());
    }

    private String story() {
        return "-Dvisits.seed=" + seed + ": " + played;
    }
}
