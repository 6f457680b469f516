package org.interlieux.it.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The sites of many venues, which answer after a while, or not at all. Each has an address of its own, as the server shares its
 * connections to one address among all that it sends there. No thread waits, whoever hangs.
 */
final class Mailbox implements AutoCloseable {
    private static final int QUEUE = 50;
    private static final byte[] NOTHING_MISSING = "{\"missing\":[]}".getBytes(StandardCharsets.UTF_8);

    private final Duration answersAfter;
    private final Consumer<Letter> reader;
    private final Map<String, HttpServer> sites = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final ScheduledExecutorService answers = Executors.newScheduledThreadPool(4);
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> hung = new ConcurrentLinkedQueue<>();
    private volatile Round round = new Round(0);

    /** @param reader sees each message when it comes, whatever is answered */
    Mailbox(Duration answersAfter, Consumer<Letter> reader) {
        this.answersAfter = answersAfter;
        this.reader = reader;
    }

    /** Opens a site for the venue unless it has one. */
    String url(String venue) {
        return "http://127.0.0.1:"
                + sites.computeIfAbsent(venue, this::open).getAddress().getPort() + "/" + venue;
    }

    private HttpServer open(String venue) {
        try {
            HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), QUEUE);
            site.setExecutor(threads);
            site.createContext("/", this::receive);
            site.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on these venues answer nothing. Their messages do not count. */
    void hang(Set<String> venues) {
        hanging.addAll(venues);
    }

    /** Everybody answers again; who is waiting for an answer gets it now. */
    void recover() {
        hanging.clear();
        for (Runnable answer = hung.poll(); answer != null; answer = hung.poll()) {
            answer.run();
        }
    }

    /** Counts so many answers, from now on. */
    Round expect(int answered) {
        round = new Round(answered);
        return round;
    }

    private void receive(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String venue = exchange.getRequestURI().getPath().substring(1);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Letter letter = new Letter(venue, body, now);
        reader.accept(letter);
        if (hanging.contains(venue)) {
            hung.add(() -> answer(exchange, letter));
            return;
        }
        Round counting = round;
        counting.arrived(now);
        var unused = answers.schedule(
                () -> {
                    answer(exchange, letter);
                    counting.answered();
                },
                answersAfter.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void answer(HttpExchange exchange, Letter letter) {
        try (exchange) {
            if (letter.isQuestion()) {
                exchange.sendResponseHeaders(200, NOTHING_MISSING.length);
                exchange.getResponseBody().write(NOTHING_MISSING);
            } else {
                exchange.sendResponseHeaders(204, -1);
            }
        } catch (IOException e) {
            return; // who asked is gone, and will ask again
        }
    }

    @Override
    public void close() {
        sites.values().forEach(site -> site.stop(0));
        threads.shutdownNow();
        answers.shutdownNow();
    }
}
