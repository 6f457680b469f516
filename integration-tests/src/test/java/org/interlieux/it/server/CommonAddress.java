package org.interlieux.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * One address for several nodes, as a load balancer gives them, that passes bytes on. Callers from {@code 127.0.0.1} reach the first
 * node, callers from {@code 127.0.0.2} the second, and so on; while a node is down its callers reach the next one.
 */
final class CommonAddress implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;

    private final ServerSocket entrance;
    private final List<Integer> nodes;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "common-address");
        thread.setDaemon(true);
        return thread;
    });

    private CommonAddress(ServerSocket entrance, List<Integer> nodes) {
        this.entrance = entrance;
        this.nodes = nodes;
    }

    /** Listens on a free port for those nodes' ports; they need not listen yet. */
    static CommonAddress of(List<Integer> nodes) {
        try {
            CommonAddress address = new CommonAddress(
                    new ServerSocket(FreePorts.next(), 50, InetAddress.getLoopbackAddress()), List.copyOf(nodes));
            address.threads.execute(address::accept);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return ServerAddress.local(entrance.getLocalPort());
    }

    /** Whoever calls from there reaches that node. */
    static InetAddress near(int node) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (node + 1)});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                open.add(caller);
                threads.execute(() -> connect(caller));
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket caller) {
        int nearest = caller.getInetAddress().getAddress()[3] - 1;
        List<Integer> order = IntStream.range(0, nodes.size())
                .mapToObj(next -> nodes.get((nearest + next) % nodes.size()))
                .toList();
        for (int port : order) {
            Socket node = new Socket();
            try {
                node.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                open.add(node);
                threads.execute(() -> pass(node, caller));
                pass(caller, node);
                return;
            } catch (IOException e) {
                end(node); // that node is down: the next one takes the caller
            }
        }
        end(caller);
    }

    /** Until one of them has nothing more to say; then both end, and the caller connects again. */
    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them was cut off, as it happens when a node is killed.
            end(from);
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(this::end);
        threads.shutdownNow();
    }
}
