package org.interlieux.venue.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitedHttpTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private LimitedHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(calls);
        server.start();
        http = new LimitedHttp(HttpClients.custom().disableRedirectHandling().build(), calls);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        calls.shutdownNow();
    }

    @Test
    void readsAnAnswerWithItsRetryAfter() throws IOException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(503, 4);
            exchange.getResponseBody().write("Été".getBytes(StandardCharsets.UTF_8), 0, 4);
            exchange.close();
        });

        HttpAnswer answer = http.send(get(), LONG);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.retryAfterHeader()).contains("120");
        assertThat(answer.body()).startsWith("Ét");
    }

    @Test
    void answerWithoutBodyIsEmptyText() throws IOException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        assertThat(http.send(get(), LONG).body()).isEmpty();
    }

    @Test
    void endlessAnswerIsCutOff() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    body.write(new byte[8192]);
                }
            }
        });

        assertThatThrownBy(() -> http.send(get(), LONG)).isInstanceOf(AnswerTooLargeException.class);
    }

    @Test
    void silentServerCostsTheLimitAndNoMore() {
        server.createContext("/", exchange -> await());

        assertThatThrownBy(() -> http.send(get(), Duration.ofMillis(200)))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("did not answer within 200 ms");
    }

    @Test
    void redirectIsAnAnswerAndIsNotFollowed() throws IOException {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThat(http.send(get(), LONG).status()).isEqualTo(302);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpGet get() {
        return new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}
