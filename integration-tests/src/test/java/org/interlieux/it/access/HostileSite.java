package org.interlieux.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web site that wants its visitors to enter somewhere without knowing. Its origin is another than Keycloak's. As {@code localhost} it
 * belongs to the same site, so that any browser sends Keycloak's cookies along; as {@code 127.0.0.1} to another.
 */
final class HostileSite implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String page = "";

    private HostileSite(HttpServer server) {
        this.server = server;
        server.createContext("/", this::answer);
        server.setExecutor(workers);
    }

    static HostileSite open() {
        try {
            HostileSite site =
                    new HostileSite(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
            site.server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return url("localhost", path);
    }

    String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** Shows this at {@code /} from now on, and forgets who called. */
    void show(String html) {
        page = "<!DOCTYPE html><title>Win a prize</title>" + html;
        requests.clear();
    }

    /** Addresses that browsers asked for below that path, with their queries. */
    List<String> called(String path) {
        return requests.stream().filter(request -> request.startsWith(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestURI().toString();
        byte[] body = (request.equals("/") ? page : "").getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        requests.add(request);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
    }
}
