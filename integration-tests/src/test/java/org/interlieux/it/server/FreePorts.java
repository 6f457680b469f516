package org.interlieux.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Ports that nobody listens on. */
public final class FreePorts {
    /** Below the range from which systems take ports for outgoing connections, so that a restart finds its port free. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    private FreePorts() {}

    public static int next() {
        return next(FROM, TO, FreePorts::isFree);
    }

    /** For JGroups, which listens for lost nodes 50,000 ports above the one that it is given. */
    static int nextForCluster() {
        return next(11_000, 15_000, port -> isFree(port) && isFree(port + 50_000));
    }

    private static int next(int from, int to, IntPredicate isGood) {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(from, to))
                .limit(1_000)
                .filter(isGood)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port between " + from + " and " + to));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
