package org.interlieux.it.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * What an endpoint sends.
 *
 * @param delay how long it takes before it sends anything
 */
public record Answer(int status, Map<String, String> headers, String body, Duration delay) {
    public static Answer json(String body) {
        return of(200, "application/json", body);
    }

    public static Answer of(int status, String type, String body) {
        return new Answer(status, Map.of("Content-Type", type), body, Duration.ZERO);
    }

    public static Answer redirect(String to) {
        return new Answer(302, Map.of("Location", to), "", Duration.ZERO);
    }

    public Answer after(Duration longer) {
        return new Answer(status, headers, body, longer);
    }

    void send(HttpExchange exchange) throws IOException, InterruptedException {
        Thread.sleep(delay.toMillis());
        byte[] bytes = body.getBytes(UTF_8);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
