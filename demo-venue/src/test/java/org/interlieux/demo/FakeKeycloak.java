package org.interlieux.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two endpoints of a realm that a relying service calls itself. */
final class FakeKeycloak implements AutoCloseable {
    static final String USER_INFO =
            "{\"sub\":\"pairwise-1\",\"email\":\"ada@atelier.example\",\"home_venue\":\"atelier\",\"host_venue\":\"<i>fabrique\",\"visit_id\":\"v-1\"}";

    private static final String REALM = "/realms/federation";
    private static final String ENDPOINTS = REALM + "/protocol/openid-connect/";

    private final List<Map<String, List<String>>> tokenRequests = new ArrayList<>();
    private final Javalin server;

    FakeKeycloak() {
        server = Javalin.create(config -> {
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.startup.showJavalinBanner = false;
            config.routes.post(ENDPOINTS + "token", this::token);
            config.routes.get(ENDPOINTS + "userinfo", request -> request.contentType("application/json")
                    .result(USER_INFO));
        });
        server.start();
    }

    private void token(Context request) {
        tokenRequests.add(new HashMap<>(request.formParamMap()));
        if ("bad".equals(request.formParam("code"))) {
            request.status(400).json(Map.of("error", "invalid_grant"));
            return;
        }
        request.json(Map.of("access_token", jwt("{\"azp\":\"door\"}"), "id_token", jwt("{\"sub\":\"pairwise-1\"}")));
    }

    private static String jwt(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(UTF_8)) + ".c2lnbmF0dXJl";
    }

    Federation client() {
        return new Federation("http://localhost:" + server.port() + REALM, "door", "door-secret");
    }

    List<Map<String, List<String>>> tokenRequests() {
        return tokenRequests;
    }

    @Override
    public void close() {
        server.stop();
    }
}
