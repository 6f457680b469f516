package org.interlieux.it.server;

/**
 * Both ports are on loopback only. The public name is {@code localhost}, which browsers trust without TLS.
 *
 * @param url where browsers and clients find it: its own port, or that of what stands before it
 */
record ServerAddress(int port, int managementPort, String url) {
    static ServerAddress of(int port, int managementPort) {
        return new ServerAddress(port, managementPort, local(port));
    }

    /** Of this server itself, whatever stands before it. */
    String ownUrl() {
        return local(port);
    }

    String managementUrl() {
        return local(managementPort);
    }

    static String local(int port) {
        return "http://localhost:" + port;
    }
}
