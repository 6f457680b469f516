package org.interlieux.it.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Asks the management interface until the server is ready. The line "started" in the log comes seconds too early. */
final class Readiness {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int SHOWN_CHARACTERS = 8_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest question;

    Readiness(String managementUrl) {
        question = HttpRequest.newBuilder(URI.create(managementUrl + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    void await(RunningServer process, Supplier<String> log) {
        Instant deadline = Instant.now().plus(LIMIT);
        try {
            while (!isReady()) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("Keycloak ended while starting:\n" + end(log.get()));
                }
                if (Instant.now().isAfter(deadline)) {
                    process.close();
                    throw new IllegalStateException("Keycloak is not ready after " + LIMIT + ":\n" + end(log.get()));
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.close();
            throw new IllegalStateException("Interrupted while Keycloak was starting", e);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String end(String log) {
        return log.substring(Math.max(0, log.length() - SHOWN_CHARACTERS));
    }
}
