package org.interlieux.it.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with cookies of their own who follows redirects and sends forms, and costs next to nothing: what is measured is the server.
 * Asks loopback only; a redirect to anywhere else, such as a service's callback, is where the way ends.
 */
final class SwiftVisitor {
    private static final int MOST_REDIRECTS = 12;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private int bytes;

    /** The same person in the same browser, in another tab: with the cookies of now, and counted from nothing. */
    SwiftVisitor again() {
        SwiftVisitor again = new SwiftVisitor();
        again.cookies.putAll(cookies);
        return again;
    }

    SwiftPage open(String url) {
        return follow(URI.create(url), HttpRequest.newBuilder().GET());
    }

    /** Sends a form with its hidden fields and these. */
    SwiftPage submit(SwiftForm form, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(form.hidden());
        all.putAll(fields);
        URI action = form.action();
        return form.isPost()
                ? follow(
                        action,
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(encode(all))))
                : open(action + (action.getRawQuery() == null ? "?" : "&") + encode(all));
    }

    /** Of all bodies that this visitor was sent. */
    int bytes() {
        return bytes;
    }

    private SwiftPage follow(URI start, HttpRequest.Builder first) {
        URI here = start;
        HttpRequest.Builder request = first;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = send(here, request);
            bytes += response.body().length;
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return page(here, response);
            }
            here = here.resolve(location);
            if (!isLoopback(here)) {
                return page(here, response);
            }
            request = HttpRequest.newBuilder().GET();
        }
        throw new IllegalStateException("More than " + MOST_REDIRECTS + " redirects from " + start);
    }

    private static SwiftPage page(URI location, HttpResponse<byte[]> response) {
        return new SwiftPage(
                location,
                response.statusCode(),
                response.body().length,
                new String(response.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> send(URI to, HttpRequest.Builder request) {
        if (!isLoopback(to)) {
            throw new IllegalArgumentException("Not on this machine: " + to);
        }
        request.uri(to).timeout(Duration.ofMinutes(1)).header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(to.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse("Set-Cookie: " + header)) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), raw(header));
            }
        }
    }

    /** With its quotes, which a cookie is sent back with. */
    private static String raw(String header) {
        return header.substring(header.indexOf('=') + 1).split(";", 2)[0];
    }

    private static boolean isLoopback(URI url) {
        return "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
