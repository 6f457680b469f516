package org.interlieux.it.home;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The device at which somebody says yes to a login that began elsewhere (CIBA); this one always does. */
final class AuthenticationChannel implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    private AuthenticationChannel(HttpServer server) {
        this.server = server;
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
    }

    static AuthenticationChannel open() {
        try {
            AuthenticationChannel channel = new AuthenticationChannel(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5));
            channel.server.start();
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    void sayYes(String realmUrl) {
        try {
            String authorization = requests.poll(20, TimeUnit.SECONDS);
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(realmUrl + "/protocol/openid-connect/ext/ciba/auth/callback"))
                                    .header("Authorization", String.valueOf(authorization))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"status\": \"SUCCEED\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("The callback answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
