package org.interlieux.it.server;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A Keycloak cluster of two nodes with one PostgreSQL and one public address. {@link KeycloakServer#url} is that address on both;
 * {@link KeycloakServer#ownUrl} and {@link KeycloakServer#admin} ask the one node. Whoever calls from {@link #nearA} is answered by
 * node A, and by the other one while A is down.
 */
public final class TwoNodes implements AutoCloseable {
    private final Postgres postgres;
    private final List<Integer> ports = List.of(FreePorts.next(), FreePorts.next());
    private final CommonAddress address = CommonAddress.of(ports);
    private final List<KeycloakServer> nodes = new ArrayList<>();

    private TwoNodes(Postgres postgres) {
        this.postgres = postgres;
    }

    static TwoNodes start(String name, UnaryOperator<ServerOptions> settings) {
        TwoNodes cluster = new TwoNodes(Postgres.start(name));
        try {
            cluster.nodes.add(settings.apply(cluster.node(name + "-a", cluster.ports.get(0)))
                    .start());
            cluster.nodes.add(settings.apply(cluster.node(name + "-b", cluster.ports.get(1)))
                    .start());
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private ServerOptions node(String name, int port) {
        return KeycloakServer.options()
                .name(name)
                .fresh()
                .port(port)
                .publicUrl(address.url())
                .database(postgres)
                .argument("--cache=ispn")
                .argument("--cache-embedded-network-bind-address=127.0.0.1")
                .argument("--cache-embedded-network-bind-port=" + FreePorts.nextForCluster());
    }

    public KeycloakServer a() {
        return nodes.get(0);
    }

    public KeycloakServer b() {
        return nodes.get(1);
    }

    public List<KeycloakServer> both() {
        return List.copyOf(nodes);
    }

    /** The database of both. */
    public Postgres postgres() {
        return postgres;
    }

    /** SIGKILL to these at once. */
    public void kill(List<KeycloakServer> victims) {
        victims.forEach(KeycloakServer::kill);
        if (nodes.stream().noneMatch(KeycloakServer::isRunning)) {
            // The next one to start would look for the dead ones for 20 s.
            postgres.database().execute("delete from jgroups_ping");
        }
    }

    public InetAddress nearA() {
        return CommonAddress.near(0);
    }

    public InetAddress nearB() {
        return CommonAddress.near(1);
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
        address.close();
        postgres.close();
    }
}
