package org.interlieux.it.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A receiver that accepts everything and keeps it byte by byte. */
final class Inbox implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

    private Inbox(HttpServer server) {
        this.server = server;
        server.createContext("/", this::receive);
    }

    static Inbox open() {
        try {
            Inbox inbox = new Inbox(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5));
            inbox.server.start();
            return inbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhook";
    }

    /** The next one; waits for it. */
    Letter take() throws InterruptedException {
        Letter letter = letters.poll(20, TimeUnit.SECONDS);
        if (letter == null) {
            throw new AssertionError("No message came within 20 s");
        }
        return letter;
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(
                        Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue()
                                .get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        letters.add(new Letter(headers, body));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
