package org.interlieux.it.endurance;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.interlieux.it.endurance.Act.Answer;
import org.interlieux.it.endurance.Act.Kind;
import org.interlieux.it.server.TwoNodes;
import org.interlieux.it.visitor.Visitor;

/** All members of a quarter on their way at once, one half of them near each node. */
final class Crowd implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;

    /** They would report each broken connection. */
    private static final List<Logger> NOISE =
            List.of(Logger.getLogger("org.htmlunit"), Logger.getLogger("org.apache.http"));

    static {
        NOISE.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final CountDownLatch evening = new CountDownLatch(1);
    private final List<Wanderer> wanderers = new ArrayList<>();
    private final List<CompletableFuture<?>> ways = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Crowd(Quarter quarter, TwoNodes nodes, Random random) {
        for (String email : quarter.emails()) {
            InetAddress node = wanderers.size() % 2 == 0 ? nodes.nearA() : nodes.nearB();
            Visitor visitor = new Visitor().callFrom(node);
            wanderers.add(new Wanderer(visitor, email, quarter.doors(), new Random(random.nextLong())));
        }
        wanderers.forEach(wanderer -> ways.add(CompletableFuture.runAsync(() -> wander(wanderer), threads)));
    }

    static Crowd in(Quarter quarter, TwoNodes nodes, Random random) {
        return new Crowd(quarter, nodes, random);
    }

    private void wander(Wanderer wanderer) {
        try {
            while (!evening.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                wanderer.goOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What they have done so far. */
    List<Act> acts() {
        return wanderers.stream().flatMap(wanderer -> wanderer.acts().stream()).toList();
    }

    boolean haveAllEnteredSince(Instant moment) {
        return wanderers.stream().allMatch(wanderer -> wanderer.acts().stream()
                .anyMatch(act -> act.is(Kind.ENTER, Answer.DONE) && act.from().isAfter(moment)));
    }

    /** Everybody ends what they are at. */
    void goHome() {
        evening.countDown();
        CompletableFuture.allOf(ways.toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public void close() {
        evening.countDown();
        threads.shutdownNow();
        wanderers.forEach(Wanderer::close);
    }
}
