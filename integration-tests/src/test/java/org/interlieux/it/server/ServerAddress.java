package org.interlieux.it.server;

/** Both ports are on loopback only. The public name is {@code localhost}, which browsers trust without TLS. */
record ServerAddress(int port, int managementPort) {
    String url() {
        return "http://localhost:" + port;
    }

    String managementUrl() {
        return "http://localhost:" + managementPort;
    }
}
