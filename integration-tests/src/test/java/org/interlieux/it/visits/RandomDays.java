package org.interlieux.it.visits;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interlieux.demo.DemoVenue;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.scene.Told;

/**
 * Members who come, tap at the same moment in two places, move, leave and fall asleep at random, while time passes. Whatever
 * they do: a member is at one place at most, every visit that ended has a moment and a reason, no visit begins before the one
 * before has ended, and each venue is told each change once. A failure names its seed; {@code -Dvisits.seed=} plays it again.
 */
public final class RandomDays implements AutoCloseable {
    private static final List<String> HOSTS = List.of("atelier", "fabrique", "phare");
    private static final Duration A_CLEAN_UP = ofSeconds(90);

    private final long seed = Long.getLong("visits.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> played = new ArrayList<>();
    private final Scene scene;
    private final VisitRows rows;
    private final Map<String, DemoVenue> sites;
    private final List<InetAddress> nodes;
    private final String codeAtTheDoor;
    private Guest ada = new Guest();
    private Guest chloe = new Guest();

    /**
     * In a scene of its own.
     *
     * @param nodes from where to call so that one node or the other answers; empty where there is only one
     */
    public RandomDays(Scene scene, List<InetAddress> nodes) {
        this.scene = scene;
        this.nodes = nodes;
        rows = VisitRows.of(scene);
        sites = Map.of("atelier", scene.atelier(), "fabrique", scene.fabrique(), "phare", scene.phare());
        scene.federation().change("fabrique", Map.of("exitOnSessionExpiry", "true", "maxVisitHours", "168"));
        scene.federation().change("phare", Map.of("maxVisitHours", "2"));
        codeAtTheDoor = scene.federation().url() + "/badge/fabrique";
        scene.federation()
                .add(ServiceSettings.badgeClient("badge-fabrique", "fabrique").redirectUri(codeAtTheDoor));
    }

    /** Plays so many random steps, and every way out at least once. */
    public void play(int steps) {
        try {
            danFallsAsleep();
            for (int step = 0; step < steps; step++) {
                step(random.nextInt(15));
                assertInvariants();
            }
            leaveMoveAndForget();
            // Keycloak looks once a minute for sessions that ran out; meanwhile all that was played.
            await().atMost(A_CLEAN_UP).until(() -> reasons().contains("expired"));
            await().atMost(ofSeconds(30)).untilAsserted(this::assertEachChangeWasToldOnce);
            assertThat(reasons()).contains("logout", "badge", "moved", "closing", "expired");
        } catch (RuntimeException | AssertionError e) {
            e.addSuppressed(new IllegalStateException("-Dvisits.seed=" + seed + ": " + played));
            throw e;
        }
    }

    private void danFallsAsleep() {
        try (Guest dan = new Guest()) {
            moveToANode(dan);
            dan.at(scene.fabrique()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
            dan.arrive();
        }
        sessionsRunOut();
    }

    private void leaveMoveAndForget() {
        for (Runnable step : List.<Runnable>of(
                () -> enter(ada, "atelier", Scene.ADA, "phare"),
                () -> enter(ada, "atelier", Scene.ADA, "fabrique"),
                () -> leave(ada, "fabrique"),
                this::comeByTheCode,
                this::leaveByTheCode,
                () -> enter(ada, "atelier", Scene.ADA, "fabrique"),
                () -> enter(ada, "atelier", Scene.ADA, "phare"),
                () -> hoursPass(3))) {
            later();
            step.run();
        }
        await().atMost(ofSeconds(20)).until(() -> rows.overdue() == 0);
    }

    private void step(int kind) {
        later();
        switch (kind) {
            case 0, 1, 2 -> enter(ada, "atelier", Scene.ADA, HOSTS.get(kind));
            case 3, 4, 5 -> enter(chloe, "fabrique", Scene.CHLOE, HOSTS.get(kind - 3));
            case 6 -> leave(chloe, "atelier");
            case 7 -> leave(ada, "fabrique");
            case 8 -> newBrowsers();
            case 9 -> sessionsRunOut();
            case 10 -> tapTwice("atelier", Scene.ADA);
            case 11 -> tapTwice("fabrique", Scene.CHLOE);
            case 12 -> comeByTheCode();
            case 13 -> leaveByTheCode();
            default -> hoursPass(1 + random.nextInt(24));
        }
    }

    /** Nobody may enter more often than ten times in ten minutes. */
    private void later() {
        rows.pass(Duration.ofMinutes(20));
    }

    private void enter(Guest guest, String home, String email, String host) {
        played.add(email + " to " + host);
        moveToANode(guest);
        guest.comeTo(site(host), home, email);
        moveToANode(guest);
        if (guest.seesArrivalPage()) {
            guest.arrive();
        }
        String visit = visitOf(guest, host);
        assertThat(visits())
                .filteredOn(known -> known.id().equals(visit) && known.isOpen())
                .extracting(KeptVisit::hostAlias)
                .containsExactly(host);
    }

    /** In two browsers, at one host or at two, at the same moment. */
    private void tapTwice(String home, String email) {
        Map<Guest, String> taps = new HashMap<>();
        try (Guest one = new Guest();
                Guest other = new Guest()) {
            for (Guest guest : List.of(one, other)) {
                String host = HOSTS.get(random.nextInt(HOSTS.size()));
                taps.put(guest, host);
                moveToANode(guest);
                guest.comeTo(site(host), home, email);
            }
            played.add(email + " at once to " + taps.values());
            CompletableFuture.allOf(taps.keySet().stream()
                            .filter(Guest::seesArrivalPage)
                            .map(guest -> CompletableFuture.runAsync(guest::arrive))
                            .toArray(CompletableFuture[]::new))
                    .join();
            Set<String> known = visits().stream().map(KeptVisit::id).collect(Collectors.toSet());
            taps.forEach((guest, host) -> assertThat(visitOf(guest, host))
                    .satisfiesAnyOf(
                            visit -> assertThat(visit).as("moved on already").isEmpty(),
                            visit -> assertThat(known).contains(visit)));
        }
    }

    /** What the site knows of the visit, which was answered to its login; empty when that has ended by then. */
    private String visitOf(Guest guest, String host) {
        assertThat(guest.isInside(site(host))).isTrue();
        return guest.session(site(host)).path("claims").path("visit_id").asText();
    }

    private void leave(Guest guest, String host) {
        moveToANode(guest);
        if (guest.isInside(site(host))) {
            played.add("leave " + host);
            guest.leave(site(host));
        }
    }

    private void comeByTheCode() {
        played.add("ada to fabrique by the code");
        moveToANode(ada);
        ada.open(codeAtTheDoor).logInIfAsked("atelier", Scene.ADA);
        moveToANode(ada);
        if (ada.seesArrivalPage()) {
            ada.arrive();
        }
        assertThat(ada.visitor().attribute("#badge-page", "data-state")).isEqualTo("here");
    }

    private void leaveByTheCode() {
        moveToANode(ada);
        ada.open(codeAtTheDoor);
        if (ada.visitor().sees("#badge-leave")) {
            played.add("ada leaves by the code");
            ada.visitor().click("#badge-leave");
            assertThat(ada.visitor().attribute("#badge-page", "data-state")).isEqualTo("left");
        }
    }

    /** Found by Keycloak within a minute, and by us then, whatever happens meanwhile. */
    private void sessionsRunOut() {
        played.add("sessions run out");
        rows.passInSessions(Duration.ofHours(15));
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

    private void moveToANode(Guest guest) {
        if (!nodes.isEmpty()) {
            guest.visitor().callFrom(nodes.get(random.nextInt(nodes.size())));
        }
    }

    private DemoVenue site(String host) {
        return Objects.requireNonNull(sites.get(host), host);
    }

    private void assertInvariants() {
        List<KeptVisit> visits = visits();
        assertThat(visits).allSatisfy(visit -> {
            if (visit.isOpen()) {
                assertThat(visit.openKey()).isEqualTo(visit.userId());
                assertThat(visit.sequence()).isEqualTo(1);
                assertThat(visit.reason()).isEqualTo("-");
            } else {
                assertThat(visit.openKey()).isEqualTo(visit.id());
                assertThat(visit.sequence()).isEqualTo(2);
                assertThat(visit.exitedAt()).isGreaterThanOrEqualTo(visit.enteredAt());
                assertThat(visit.reason()).isIn("logout", "badge", "moved", "closing", "expired");
            }
        });
        visits.stream()
                .collect(Collectors.groupingBy(KeptVisit::userId))
                .values()
                .forEach(RandomDays::assertOneByOne);
    }

    /** In the order of their beginning, of one member. */
    private static void assertOneByOne(List<KeptVisit> visits) {
        for (int i = 1; i < visits.size(); i++) {
            KeptVisit before = visits.get(i - 1);
            assertThat(before.isOpen()).as("two open visits").isFalse();
            assertThat(visits.get(i).enteredAt()).isGreaterThanOrEqualTo(before.exitedAt());
        }
    }

    private void assertEachChangeWasToldOnce() {
        assertInvariants();
        Map<String, List<Told>> told = sites.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, site -> scene.told(site.getValue())));
        int expected = 0;
        for (KeptVisit visit : visits()) {
            for (String venue : new HashSet<>(List.of(visit.homeAlias(), visit.hostAlias()))) {
                assertThat(told.get(venue))
                        .filteredOn(message -> message.visitId().equals(visit.id()))
                        .extracting(message -> message.visit().path("sequence").asInt())
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, visit.sequence())
                                .boxed()
                                .toList());
                expected += visit.sequence();
            }
        }
        assertThat(told.values().stream().mapToInt(List::size).sum()).isEqualTo(expected);
    }

    private Set<String> reasons() {
        return visits().stream().map(KeptVisit::reason).collect(Collectors.toSet());
    }

    private List<KeptVisit> visits() {
        return KeptVisit.of(scene.server().database(), rows.realmId());
    }

    @Override
    public void close() {
        Stream.of(ada, chloe).forEach(Guest::close);
    }
}
