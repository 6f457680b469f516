package org.interlieux.it.delivery;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.interlieux.it.delivery.Receiver.Answer;
import org.interlieux.it.delivery.Receiver.Received;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many receivers at once, each broken in a way of its own: each is told in the end, and none holds another up. */
@ExtendWith(SharedKeycloak.class)
class ManyFaultsIT {
    private static final Map<String, Consumer<Receiver>> FAULTS = Map.of(
            "refuses-connections",
            Receiver::refuse,
            "resets-connections",
            Receiver::reset,
            "answers-500",
            receiver -> receiver.answer(500),
            "has-a-full-disk",
            receiver -> receiver.answer(507),
            "answers-404",
            receiver -> receiver.answer(404),
            "redirects",
            receiver -> receiver.answer(request -> new Answer(302, Map.of("Location", "/elsewhere"), "")));

    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Guest ada = new Guest();
    private Scene scene;

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
    }

    @AfterEach
    void close() {
        hosts.values().forEach(Host::close);
        ada.close();
        scene.close();
    }

    @Test
    void whateverIsWrongEachMessageArrivesOnceTheReceiverIsWell() {
        FAULTS.forEach((name, fault) -> fault.accept(host(name).receiver()));
        hosts.values().forEach(host -> host.receive(ada));
        hosts.forEach((name, host) ->
                await(name).atMost(ofSeconds(10)).until(() -> host.outbox().failures() >= 1));
        hosts.forEach((name, host) -> {
            int before = host.outbox().failures();
            host.outbox().pass(ofSeconds(7));
            await(name).atMost(ofSeconds(10)).until(() -> host.outbox().failures() > before);
        });

        hosts.values().forEach(host -> host.receiver().recover());
        hosts.values().forEach(host -> host.outbox().pass(ofMinutes(1)));

        hosts.forEach((name, host) -> await(name).atMost(ofSeconds(10)).until(() -> Set.of("DELIVERED")
                .containsAll(host.outbox().states())));
        hosts.forEach((name, host) -> {
            List<Received> received = host.receiver().received();
            assertThat(received).as(name).isNotEmpty();
            assertThat(received.stream().map(Received::webhookId).distinct())
                    .as(name + ": each message keeps its id")
                    .hasSameSizeAs(host.outbox().states());
            assertThat(received.stream().map(Received::type).collect(Collectors.toSet()))
                    .as(name)
                    .contains("visit.entry");
        });
    }

    @Test
    void receiverThatHangsHoldsNobodyElseUp() {
        Host hanging = host("hangs");
        hanging.receiver().hang();
        Instant start = Instant.now();
        hanging.receive(ada);

        await().atMost(ofSeconds(5)).until(() -> scene.told(scene.atelier()).size() == 1);
        assertThat(Duration.between(start, Instant.now())).isLessThan(ofSeconds(15));
        assertThat(hanging.outbox().failures()).as("still waited for").isZero();
        await().atMost(ofSeconds(25)).until(() -> hanging.outbox().failures() == 1);
        hanging.receiver().recover();
        hanging.outbox().pass(ofSeconds(7));
        await().atMost(ofSeconds(10)).until(() -> hanging.outbox().states().equals(List.of("DELIVERED")));
    }

    @Test
    void receiverMayAskForPeace() {
        String inAnHour = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(ofMinutes(60)).atZone(ZoneOffset.UTC));
        Map.of(
                        "too-many",
                        new Answer(429, Map.of("Retry-After", "3600"), ""),
                        "busy",
                        new Answer(503, Map.of("Retry-After", "3600"), ""),
                        "busy-until",
                        new Answer(503, Map.of("Retry-After", inAnHour), ""))
                .forEach((name, answer) -> host(name).receiver().answer(request -> answer));
        for (Host host : hosts.values()) {
            host.receive(ada);
            await().atMost(ofSeconds(5)).until(() -> host.outbox().failures() == 1);
            assertThat(host.outbox().dueIn()).isBetween(ofMinutes(58), ofMinutes(60));
            host.receiver().recover();
        }
        ada.at(scene.phare())
                .arrive(); // a message that comes meanwhile waits too: it is the receiver that wants its peace
        hosts.values().forEach(host -> host.outbox().pass(ofMinutes(55)));
        await().during(ofSeconds(1)).atMost(ofSeconds(3)).until(() -> hosts.values().stream()
                .allMatch(host -> host.receiver().received().size() == 1));

        hosts.values().forEach(host -> host.outbox().pass(ofMinutes(6)));

        hosts.forEach((name, host) -> await(name)
                .atMost(ofSeconds(10))
                .until(() -> host.outbox().states().equals(List.of("DELIVERED", "DELIVERED"))));
    }

    private Host host(String alias) {
        Host host = Host.in(scene, alias);
        hosts.put(alias, host);
        return host;
    }
}
