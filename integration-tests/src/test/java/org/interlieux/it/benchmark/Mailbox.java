package org.interlieux.it.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The sites of many venues, which answer after a while, or never. No thread waits meanwhile, whoever hangs. */
final class Mailbox implements AutoCloseable {
    private static final Duration ANSWERS_AFTER = Duration.ofMillis(50);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(4);
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch expected = new CountDownLatch(0);

    Mailbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String venue) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + venue;
    }

    /** From now on these venues answer nothing, and only the others count. */
    void hang(Set<String> venues) {
        hanging.clear();
        hanging.addAll(venues);
    }

    /** Counts from now on. */
    void expect(int messages) {
        expected = new CountDownLatch(messages);
    }

    /** Waits until all that is expected has come. */
    void await(Duration most) {
        try {
            if (!expected.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(expected.getCount() + " messages did not come within " + most);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        String venue = exchange.getRequestURI().getPath().substring(1);
        exchange.getRequestBody().readAllBytes();
        if (hanging.contains(venue)) {
            return;
        }
        var unused = answers.schedule(() -> answer(exchange), ANSWERS_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(204, -1);
        } catch (IOException e) {
            return; // who asked is gone, and will ask again
        }
        expected.countDown();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        answers.shutdownNow();
    }
}
