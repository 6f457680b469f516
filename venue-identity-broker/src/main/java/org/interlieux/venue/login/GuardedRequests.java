package org.interlieux.venue.login;

import java.io.IOException;
import java.time.Duration;
import org.apache.http.client.methods.HttpGet;
import org.interlieux.venue.http.GuardedHttp;
import org.interlieux.venue.http.HttpAnswer;
import org.jspecify.annotations.Nullable;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;

/** The calls of one venue's logins, each within our limits: how long it takes in all, and how much it may answer. */
final class GuardedRequests {
    static final Duration TIME_LIMIT = Duration.ofSeconds(8);

    private final KeycloakSession session;
    private final LoginRefusals refusals;

    GuardedRequests(KeycloakSession session, LoginRefusals refusals) {
        this.session = session;
        this.refusals = refusals;
    }

    /** The text of a venue's userinfo (OpenID Connect Core, section 5.3), as it is. */
    String userInfo(String url, String accessToken) {
        HttpGet request = new HttpGet(url);
        request.setHeader("Authorization", "Bearer " + accessToken);
        request.setHeader("Accept", "application/json, application/jwt");
        try {
            HttpAnswer answer = http().send(request, TIME_LIMIT);
            if (answer.status() != 200) {
                throw unreachable("Its userinfo answered " + answer.status());
            }
            return answer.body().strip();
        } catch (IOException e) {
            throw unreachable("Its userinfo cannot be read: " + e.getMessage());
        }
    }

    /** A token request that Keycloak has put together; what cannot carry a login is refused before Keycloak logs it. */
    SimpleHttpRequest tokens(SimpleHttpRequest original) {
        return copy(original, (request, ignored) -> {
            try {
                HttpAnswer answer = http().send(request, TIME_LIMIT);
                if (!answer.isSuccess()) {
                    throw unreachable("Its token endpoint answered " + answer.status()
                            + ": check the client id and the client secret, there and here");
                }
                if (!answer.body().stripLeading().startsWith("{")) {
                    throw unreachable("Its token endpoint answered something else than JSON");
                }
                return answer;
            } catch (IOException e) {
                throw unreachable("Its token endpoint gave no answer: " + e.getMessage());
            }
        });
    }

    /** A request for new tokens that Keycloak has put together, as it is. */
    SimpleHttpRequest refresh(SimpleHttpRequest original, Duration limit) {
        return copy(original, (request, ignored) -> http().send(request, limit));
    }

    private static SimpleHttpRequest copy(SimpleHttpRequest original, GuardedClient.Call call) {
        SimpleHttpRequest guarded =
                SimpleHttp.create(new GuardedClient(call, TIME_LIMIT)).doPost(original.getUrl());
        if (original.getParams() != null) {
            original.getParams().forEach(guarded::param);
        }
        if (original.getHeaders() != null) {
            original.getHeaders().forEach(guarded::header);
        }
        return guarded.acceptJson();
    }

    private RuntimeException unreachable(@Nullable String whatToDo) {
        return refusals.of(VenueMessages.UNREACHABLE, String.valueOf(whatToDo));
    }

    private GuardedHttp http() {
        return session.getProvider(GuardedHttp.class);
    }
}
