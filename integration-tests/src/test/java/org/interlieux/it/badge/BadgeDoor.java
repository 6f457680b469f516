package org.interlieux.it.badge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;

/** The code at a venue's door, and what is behind it. */
record BadgeDoor(Federation federation, String venue) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** With the client that it needs. */
    static BadgeDoor open(Scene scene, String venue) {
        BadgeDoor door = new BadgeDoor(scene.federation(), venue);
        scene.federation()
                .add(ServiceSettings.badgeClient("badge-" + venue, venue)
                        .redirectUri(door.url())
                        .postLogoutRedirectUri(door.url()));
        return door;
    }

    String url() {
        return federation.url() + "/badge/" + venue;
    }

    /** Scans the code and comes in. */
    void enter(Guest guest, String home, String email) {
        guest.open(url()).choose(home).logInAsDokosMember(email).arrive();
    }

    /** The same, where the guest is logged in already. */
    void enter(Guest guest) {
        guest.open(url()).arrive();
    }

    /** What the page says, as a word. */
    static String state(Guest guest) {
        return guest.visitor().attribute("#badge-page", "data-state");
    }

    static void leave(Guest guest) {
        guest.visitor().click("#badge-leave");
    }

    /** The fields of the form on the page. */
    static Map<String, String> form(Guest guest) {
        return Map.of(
                "stateChecker", guest.visitor().attribute("input[name=stateChecker]", "value"),
                "visit", guest.visitor().attribute("input[name=visit]", "value"));
    }

    /** Sends a form with the guest's cookies, as a script or another site's page would. Follows no redirect. */
    HttpResponse<String> post(Guest guest, Map<String, String> form, String fetchSite) {
        return send(
                guest,
                HttpRequest.newBuilder(URI.create(url()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", fetchSite)
                        .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")))));
    }

    /** Asks with the guest's cookies. */
    static HttpResponse<String> send(Guest guest, HttpRequest.Builder request) {
        String cookies = guest.visitor().cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        request.header("Accept-Language", "en");
        try {
            return HTTP.send(
                    (cookies.isEmpty() ? request : request.header("Cookie", cookies)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
