package org.interlieux.it.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.interlieux.it.receiver.MessageSchemas;
import org.interlieux.it.server.FreePorts;
import org.jspecify.annotations.Nullable;

/** A venue's site that does what a test says, also what no honest site does; it keeps whatever it was sent. */
public final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One request.
     *
     * @param at when it came
     * @param headers names in small letters
     */
    public record Received(Instant at, Map<String, List<String>> headers, String body) {
        public String webhookId() {
            return header("webhook-id");
        }

        public String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }

        /** The message, which is as its schema says, or the test fails. */
        public JsonNode json() {
            try {
                JsonNode message = JSON.readTree(body);
                MessageSchemas.check(message);
                return message;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String type() {
            return json().path("type").asText();
        }

        public String visit() {
            return json().path("data").path("visit").path("id").asText();
        }
    }

    /** What it says. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer status(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Received> accepted = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int port;
    private volatile Function<Received, Answer> answers = request -> Answer.status(204);
    private volatile boolean hangs;
    private @Nullable HttpServer server;
    private @Nullable ServerSocket resetting;

    public Receiver() {
        port = FreePorts.next(); // one that nobody takes while nobody listens
        server = listen();
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/told";
    }

    /** All that came, oldest first, whatever was answered. */
    public List<Received> received() {
        return received;
    }

    /** What it kept, because its answer was a success; oldest first. */
    public List<Received> accepted() {
        return accepted;
    }

    public void answer(int status) {
        answer(request -> Answer.status(status));
    }

    public void answer(Function<Received, Answer> answers) {
        this.answers = answers;
    }

    /** From now on nothing is answered. */
    public void hang() {
        hangs = true;
    }

    /** Nobody listens. */
    public void refuse() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Connections are accepted and then reset. */
    public void reset() {
        refuse();
        ServerSocket socket = bound(() -> new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        resetting = socket;
        threads.execute(() -> resetAll(socket));
    }

    private static void resetAll(ServerSocket socket) {
        try {
            while (true) {
                Socket connection = socket.accept();
                connection.setSoLinger(true, 0);
                connection.close();
            }
        } catch (IOException e) {
            // closed: the test is over, or the site well again
        }
    }

    /** Accepts everything, after whatever was before. */
    public void recover() {
        hangs = false;
        answer(204);
        closeResetting();
        if (server == null) {
            server = listen();
        }
    }

    private HttpServer listen() {
        HttpServer made = bound(() -> HttpServer.create(here(), 50));
        made.setExecutor(threads);
        made.createContext("/told", this::handle);
        made.start();
        return made;
    }

    private InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Who listened before gives the port back a moment after it was closed. */
    private static <T> T bound(Callable<T> listener) {
        return await().ignoreException(BindException.class).until(listener, made -> true);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            Received request = new Received(
                    Instant.now(), headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(request);
            if (hangs) {
                closing.await();
                return;
            }
            Answer answer = answers.apply(request);
            if (answer.status() / 100 == 2) {
                accepted.add(request);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeResetting() {
        try {
            if (resetting != null) {
                resetting.close();
                resetting = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        refuse();
        closeResetting();
        threads.shutdownNow();
    }
}
