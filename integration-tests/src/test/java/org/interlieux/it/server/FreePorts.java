package org.interlieux.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports that nobody listens on. */
public final class FreePorts {
    /** Below the range from which systems take ports for outgoing connections, so that a restart finds its port free. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;

    private FreePorts() {}

    public static int next() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FROM, TO))
                .limit(1_000)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port between " + FROM + " and " + TO));
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
