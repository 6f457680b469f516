package org.interlieux.venue.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * A network of this machine's loopback only: names resolve as a test says, and every connection, wherever it was meant to go, goes to
 * one port of the test. So nothing leaves the machine even where the address policy is broken.
 */
final class LoopbackNet implements DnsResolver, ConnectionSocketFactory {
    private final int port;
    private final Map<String, Deque<InetAddress[]>> names = new HashMap<>();
    private final List<String> lookUps = new ArrayList<>();
    private final List<InetSocketAddress> connections = new ArrayList<>();

    /** @param port where whoever answers listens */
    LoopbackNet(int port) {
        this.port = port;
    }

    /** The next look-up of this name; the last one counts for all that follow. */
    LoopbackNet name(String host, String... addresses) {
        names.computeIfAbsent(host, unknown -> new ArrayDeque<>()).add(literals(addresses));
        return this;
    }

    LoopbackNet name(String host, InetAddress... addresses) {
        names.computeIfAbsent(host, unknown -> new ArrayDeque<>()).add(addresses);
        return this;
    }

    /** What was looked up, in order. */
    synchronized List<String> lookUps() {
        return List.copyOf(lookUps);
    }

    /** Where connections were meant to go, in order. */
    synchronized List<InetSocketAddress> connections() {
        return List.copyOf(connections);
    }

    @Override
    public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
        lookUps.add(host);
        Deque<InetAddress[]> answers = names.get(host);
        if (answers != null) {
            return answers.size() > 1 ? answers.remove() : answers.element();
        }
        if (host.matches("[0-9.]+|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*(%\\w+)?]?")) {
            return InetAddress.getAllByName(host); // a literal, which is not looked up
        }
        throw new UnknownHostException(host);
    }

    @Override
    public Socket createSocket(HttpContext context) {
        return new Socket();
    }

    @Override
    public Socket connectSocket(
            int connectTimeout,
            Socket socket,
            HttpHost host,
            InetSocketAddress remoteAddress,
            @Nullable InetSocketAddress localAddress,
            HttpContext context)
            throws IOException {
        synchronized (this) {
            connections.add(remoteAddress);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), connectTimeout);
        return socket;
    }

    /** The same client, on this network. */
    CloseableHttpClient around(CloseableHttpClient client) {
        return new OnThisNet(client);
    }

    private static InetAddress[] literals(String... addresses) {
        InetAddress[] read = new InetAddress[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            if (!addresses[i].matches("[0-9a-fA-F:.]+")) {
                throw new IllegalArgumentException(addresses[i] + " would be looked up");
            }
            try {
                read[i] = InetAddress.getByName(addresses[i]);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return read;
    }

    private final class OnThisNet extends CloseableHttpClient {
        private final CloseableHttpClient client;

        OnThisNet(CloseableHttpClient client) {
            this.client = client;
        }

        @Override
        protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, @Nullable HttpContext context)
                throws IOException {
            HttpClientContext own = context == null ? HttpClientContext.create() : HttpClientContext.adapt(context);
            own.setAttribute(
                    "http.socket-factory-registry",
                    RegistryBuilder.<ConnectionSocketFactory>create()
                            .register("http", LoopbackNet.this)
                            .register("https", LoopbackNet.this)
                            .build());
            return requireNonNull(client.execute(target, request, own));
        }

        @Override
        public void close() throws IOException {
            client.close();
        }

        @Override
        @Deprecated
        public HttpParams getParams() {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        public ClientConnectionManager getConnectionManager() {
            throw new UnsupportedOperationException();
        }
    }
}
