package org.interlieux.it.endurance;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnTwoNodes;
import org.interlieux.it.server.TwoNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes on PostgreSQL, members on their way all the time, and sites that refuse, hang, reset or answer 500 in turn, while
 * nodes are killed at random moments: every visit is told in the end, and no other one ({@link Audit} says what that means).
 *
 * <p>{@code mvn verify -Pendurance} does it for 20 rounds; {@code -Dendurance.rounds=} says how many, and
 * {@code -Dendurance.seed=} chooses the same nodes and moments as a run before. What members do meanwhile depends on how fast
 * they are answered, and is never quite the same.
 */
class EnduranceIT {
    @RegisterExtension
    static final OwnTwoNodes NODES = new OwnTwoNodes(options -> options
            // Nothing may be given up before its receiver is well again.
            .argument("--spi-events-listener--venue-visits--retry-seconds=" + "2,".repeat(999) + "2")
            .argument("--spi-events-listener--venue-visits--sweep-millis=500")
            .argument("--spi-required-action--venue-arrival--max-entries=1000000"));

    private static final int ROUNDS = Integer.getInteger("endurance.rounds", 3);

    /** So many rounds are to be over soon, and do not wait for what was left with the dead. */
    private static final int SHORT = 3;

    private static final int MEMBERS = 6;
    private static final Duration CALM = ofSeconds(4);

    private final long seed = Long.getLong("endurance.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void bothRun(TwoNodes nodes) {
        nodes.both().forEach(KeycloakServer::start);
    }

    @Test
    void everyVisitIsToldWhateverIsKilled(TwoNodes nodes) {
        Instant start = Instant.now();
        say("-Dendurance.seed=" + seed);
        try (Quarter quarter = Quarter.at(nodes.a(), MEMBERS);
                Crowd crowd = Crowd.in(quarter, nodes, random)) {
            for (int round = 0; round < ROUNDS; round++) {
                Trouble.next(quarter.doors(), round);
                List<KeycloakServer> victims =
                        round % 3 == 2 ? nodes.both() : List.of(nodes.both().get(random.nextInt(2)));
                passes(CALM.dividedBy(4).plusMillis(random.nextInt((int) CALM.toMillis())));
                nodes.kill(victims);
                nodes.both().forEach(KeycloakServer::start);
                say("round %d of %d, %d s: %d killed"
                        .formatted(round + 1, ROUNDS, secondsSince(start), victims.size()));
            }
            passes(CALM);
            crowd.goHome();
            Trouble.end(quarter.doors());
            if (ROUNDS <= SHORT) {
                new Leases(quarter, nodes.a().database()).runOut();
            }
            await().atMost(ofMinutes(5)).until(() -> quarter.messages("PENDING") == 0);

            assertThat(quarter.messages("DEAD_LETTER")).isZero();
            Audit audit = new Audit(quarter, crowd.acts());
            say(secondsSince(start) + " s; " + audit);
            audit.holds();
        }
    }

    @Test
    void bothNodesTogetherSendNothingTwice(TwoNodes nodes) {
        try (Quarter quarter = Quarter.at(nodes.a(), MEMBERS)) {
            Backlog backlog = Backlog.of(quarter, nodes.a().database(), 500);
            await().atMost(ofMinutes(2)).until(backlog::hasArrived);
            assertThat(backlog.arrivedAgain()).isZero();
        }
        try (Quarter quarter = Quarter.at(nodes.b(), MEMBERS);
                Crowd crowd = Crowd.in(quarter, nodes, random)) {
            quarter.doors().forEach(door -> door.site().refuse());
            passes(CALM);
            Trouble.end(quarter.doors());
            passes(CALM);
            crowd.goHome();
            await().atMost(ofMinutes(1)).until(() -> quarter.messages("PENDING") == 0);
            Audit audit = new Audit(quarter, crowd.acts());
            say("nobody killed; " + audit);
            audit.holds();
            assertThat(audit.arrivedAgain()).isZero();
        }
    }

    @Test
    void databaseMayRestartInTheMiddle(TwoNodes nodes) {
        try (Quarter quarter = Quarter.at(nodes.a(), MEMBERS);
                Crowd crowd = Crowd.in(quarter, nodes, random)) {
            passes(CALM);
            nodes.postgres().stop();
            passes(CALM);
            nodes.postgres().startAgain();
            Instant again = Instant.now();
            await().atMost(ofMinutes(1)).until(() -> crowd.haveAllEnteredSince(again));
            say("all enter again %d s after the database is back".formatted(secondsSince(again)));
            crowd.goHome();
            await().atMost(ofMinutes(3)).until(() -> quarter.messages("PENDING") == 0);
            Audit audit = new Audit(quarter, crowd.acts());
            say("database restarted; " + audit);
            audit.holds();
        }
    }

    /** How a node goes. */
    enum Departure {
        STOPPED,
        KILLED
    }

    @ParameterizedTest
    @EnumSource
    void whatANodeLeavesBehindIsSentByTheOther(Departure departure, TwoNodes nodes) {
        try (Quarter quarter = Quarter.at(nodes.a(), MEMBERS)) {
            Deliveries before = Deliveries.of(nodes);
            Backlog backlog = Backlog.of(quarter, nodes.a().database(), 400);
            await().atMost(ofSeconds(30)).until(() -> backlog.arrived() > 100);
            KeycloakServer leaving = before.busiest();
            switch (departure) {
                case STOPPED -> leaving.stop();
                case KILLED -> nodes.kill(List.of(leaving));
            }
            int arrived = backlog.arrived();
            Instant gone = Instant.now();
            if (departure == Departure.KILLED) {
                new Leases(quarter, nodes.a().database()).runOut();
            }
            await().atMost(ofMinutes(3)).until(backlog::hasArrived);
            say("%s after %d messages; the other node had sent the rest after %d s, %d of them again"
                    .formatted(departure, arrived, secondsSince(gone), backlog.arrivedAgain()));
            assertThat(backlog.arrivedAgain())
                    .as("nothing when it may finish, else a batch for each venue")
                    .isLessThanOrEqualTo(departure == Departure.STOPPED ? 0 : 30);
            nodes.both().forEach(KeycloakServer::start);
        }
    }

    /** A moment that nothing but chance decides: the members go on meanwhile. */
    private static void passes(Duration time) {
        Instant end = Instant.now().plus(time);
        await().pollInterval(Duration.ofMillis(20)).atMost(time.plusSeconds(10)).until(() -> Instant.now()
                .isAfter(end));
    }

    private static long secondsSince(Instant start) {
        return Duration.between(start, Instant.now()).toSeconds();
    }

    private static void say(String what) {
        System.out.println("Endurance: " + what);
    }
}
