package org.interlieux.it.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.VenueSettings;

/**
 * A provider that lets one member in without asking. Every answer can be changed until {@link #reset()}; requests are kept.
 * It checks what a client should send: its id, secret and redirect address are not looked at, the PKCE proof is.
 */
public final class OpenIdProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT_ID = "federation";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RSAKey key = Signatures.newKey("key-of-the-provider");
    private final OpenIdGrants grants = new OpenIdGrants();
    private final Map<Endpoint, UnaryOperator<Answer>> changes = new ConcurrentHashMap<>();
    private final Map<Endpoint, List<Map<String, String>>> requests = new ConcurrentHashMap<>();
    private final ObjectNode member = JSON.createObjectNode();
    private volatile UnaryOperator<String> signature = Signatures.rs256(key);
    private volatile Consumer<ObjectNode> idTokenChange = claims -> {};

    private OpenIdProvider(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        reset();
    }

    public static OpenIdProvider start() {
        try {
            OpenIdProvider provider = new OpenIdProvider(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything works again, for the member {@code eve}. Codes and counts are forgotten. */
    public void reset() {
        changes.clear();
        requests.clear();
        grants.reset();
        signature = Signatures.rs256(key);
        idTokenChange = claims -> {};
        member.removeAll();
        member.put("sub", "eve").put("given_name", "Eve").put("email", "eve@openid.example");
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public String url(Endpoint endpoint) {
        return issuer() + endpoint.path();
    }

    public RSAKey key() {
        return key;
    }

    /** This provider as a venue, known by its issuer alone. */
    public VenueSettings venue(String alias) {
        return VenueSettings.openId(alias, issuer(), CLIENT_ID, "a-secret-that-is-not-looked-at-here", "all-members");
    }

    /** What userinfo and id_token say of whoever logs in; may be changed. */
    public ObjectNode member() {
        return member;
    }

    public void changeIdToken(Consumer<ObjectNode> change) {
        idTokenChange = change;
    }

    public void sign(UnaryOperator<String> with) {
        signature = with;
    }

    public void change(Endpoint endpoint, UnaryOperator<Answer> change) {
        changes.put(endpoint, change);
    }

    /** Changes a JSON answer. */
    public void changeJson(Endpoint endpoint, Consumer<ObjectNode> change) {
        change(endpoint, answer -> {
            ObjectNode body = read(answer.body());
            change.accept(body);
            return Answer.json(body.toString());
        });
    }

    /** Accepts every code without its PKCE proof. */
    public void ignoreProofs() {
        grants.ignoreProofs();
    }

    /** A code for whoever asked so, as the login page would give it. */
    public String newCode(Map<String, String> asked) {
        return grants.issue(asked);
    }

    /**
     * Sends a back-channel log-out (OpenID Connect Back-Channel Logout 1.0) to a federation.
     *
     * @param who puts the session and the member into the token
     * @return the HTTP status of the answer
     */
    public int logOut(Federation federation, Consumer<ObjectNode> who) {
        long now = System.currentTimeMillis() / 1000;
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", issuer())
                .put("aud", CLIENT_ID)
                .put("iat", now)
                .put("exp", now + 120)
                .put("jti", UUID.randomUUID().toString());
        claims.putObject("events").putObject("http://schemas.openid.net/event/backchannel-logout");
        who.accept(claims);
        return Form.post(
                federation.url() + "/protocol/openid-connect/logout/backchannel-logout",
                Map.of("logout_token", signature.apply(claims.toString())));
    }

    /** The parameters of each request so far, oldest first. */
    public List<Map<String, String>> requests(Endpoint endpoint) {
        return List.copyOf(requests.getOrDefault(endpoint, List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Endpoint endpoint = Endpoint.at(exchange.getRequestURI().getPath()).orElse(null);
            if (endpoint == null) {
                Answer.of(404, "text/plain", "").send(exchange);
                return;
            }
            Map<String, String> parameters = parameters(exchange);
            requests.computeIfAbsent(endpoint, any -> new CopyOnWriteArrayList<>())
                    .add(parameters);
            UnaryOperator<Answer> change = changes.getOrDefault(endpoint, UnaryOperator.identity());
            change.apply(answer(endpoint, parameters)).send(exchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the provider was closed while it was being slow
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) throws IOException {
        return exchange.getRequestMethod().equals("POST")
                ? Form.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                : Form.decode(exchange.getRequestURI().getRawQuery());
    }

    private Answer answer(Endpoint endpoint, Map<String, String> parameters) {
        return switch (endpoint) {
            case DISCOVERY -> Answer.json(metadata().toString());
            case AUTHORIZE -> grants.authorize(parameters);
            case TOKEN ->
                grants.redeem(parameters)
                        .map(nonce -> Answer.json(tokens(nonce).toString()))
                        .orElseGet(() -> Answer.of(400, "application/json", "{\"error\":\"invalid_grant\"}"));
            case USERINFO -> Answer.json(member.toString());
            case JWKS -> Answer.json(new JWKSet(key.toPublicJWK()).toString());
            case END_SESSION ->
                Answer.redirect(parameters.getOrDefault("post_logout_redirect_uri", issuer()) + "?state="
                        + parameters.getOrDefault("state", ""));
        };
    }

    private ObjectNode metadata() {
        return JSON.createObjectNode()
                .put("issuer", issuer())
                .put("authorization_endpoint", url(Endpoint.AUTHORIZE))
                .put("token_endpoint", url(Endpoint.TOKEN))
                .put("userinfo_endpoint", url(Endpoint.USERINFO))
                .put("jwks_uri", url(Endpoint.JWKS))
                .put("end_session_endpoint", url(Endpoint.END_SESSION));
    }

    private ObjectNode tokens(String nonce) {
        long now = System.currentTimeMillis() / 1000;
        ObjectNode claims = member.deepCopy();
        claims.put("iss", issuer())
                .put("aud", CLIENT_ID)
                .put("iat", now)
                .put("exp", now + 300)
                .put("nonce", nonce)
                .put("sid", "session-of-" + member.path("sub").asText());
        idTokenChange.accept(claims);
        return JSON.createObjectNode()
                .put("access_token", "token-of-" + member.path("sub").asText())
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("id_token", signature.apply(claims.toString()));
    }

    private static ObjectNode read(String body) {
        try {
            return JSON.readValue(body, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
