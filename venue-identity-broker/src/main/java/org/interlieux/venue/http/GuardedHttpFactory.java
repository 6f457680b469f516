package org.interlieux.venue.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.interlieux.venue.DaemonThreads;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.truststore.TruststoreProvider;

/** Makes the guarded client once per server and closes it with the server. */
public final class GuardedHttpFactory implements ProviderFactory<GuardedHttp> {
    public static final String PROVIDER_ID = "default";
    static final String ALLOWED_NETWORKS = "allowed-networks";
    static final String ALLOWED_NETWORKS_OPTION =
            "--spi-" + GuardedHttpSpi.NAME + "--" + PROVIDER_ID + "--" + ALLOWED_NETWORKS;

    private static final int MAX_CALLS = 256;

    private AddressPolicy policy = new AddressPolicy(List.of());
    private final AtomicReference<@Nullable CloseableHttpClient> client = new AtomicReference<>();
    private @Nullable ExecutorService calls;

    @Override
    public void init(Config.Scope config) {
        policy = new AddressPolicy(ServerOptions.list(config, ALLOWED_NETWORKS));
        calls = new ThreadPoolExecutor(
                0, MAX_CALLS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThreads.named("http"));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public GuardedHttp create(KeycloakSession session) {
        CloseableHttpClient existing = client.get();
        if (existing == null) {
            CloseableHttpClient made = build(session);
            existing = client.compareAndExchange(null, made);
            if (existing == null) {
                existing = made;
            } else {
                close(made);
            }
        }
        if (calls == null) {
            throw new IllegalStateException("The guarded HTTP client was used before it was initialised");
        }
        return new LimitedHttp(existing, calls);
    }

    private CloseableHttpClient build(KeycloakSession session) {
        return VenueHttpClient.build(
                new GuardedDnsResolver(SystemDefaultDnsResolver.INSTANCE, policy),
                ServerOptions.proxies(),
                MAX_CALLS,
                session.getProvider(TruststoreProvider.class));
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.shutdownNow();
        }
        CloseableHttpClient made = client.getAndSet(null);
        if (made != null) {
            close(made);
        }
    }

    private static void close(CloseableHttpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
