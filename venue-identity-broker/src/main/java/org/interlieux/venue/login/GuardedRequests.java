package org.interlieux.venue.login;

import org.apache.http.client.config.RequestConfig;
import org.interlieux.venue.http.GuardedHttp;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;

/** The broker's own calls, in the form that Keycloak's broker uses, through our client. */
final class GuardedRequests {
    /** In milliseconds: to connect, and for each part of an answer. */
    private static final RequestConfig LIMITS = RequestConfig.custom()
            .setConnectTimeout(3_000)
            .setConnectionRequestTimeout(3_000)
            .setSocketTimeout(5_000)
            .build();

    private final KeycloakSession session;

    GuardedRequests(KeycloakSession session) {
        this.session = session;
    }

    SimpleHttpRequest doGet(String url) {
        return http().doGet(url);
    }

    /** A POST that Keycloak has put together, as it is. */
    SimpleHttpRequest copy(SimpleHttpRequest original) {
        SimpleHttpRequest guarded = http().doPost(original.getUrl());
        if (original.getParams() != null) {
            original.getParams().forEach(guarded::param);
        }
        if (original.getHeaders() != null) {
            original.getHeaders().forEach(guarded::header);
        }
        return guarded.acceptJson();
    }

    private SimpleHttp http() {
        return SimpleHttp.create(session.getProvider(GuardedHttp.class).client())
                .withRequestConfig(LIMITS)
                .withMaxConsumedResponseSize(GuardedHttp.MAX_ANSWER_BYTES);
    }
}
