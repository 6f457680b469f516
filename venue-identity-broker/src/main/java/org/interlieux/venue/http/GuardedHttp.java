package org.interlieux.venue.http;

import java.io.IOException;
import java.time.Duration;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpUriRequest;
import org.keycloak.provider.Provider;

/**
 * Our own calls to venues: follows no redirect, sends no cookie, verifies TLS as Keycloak does, and reaches internal
 * addresses only where the server's configuration allows it.
 */
public interface GuardedHttp extends Provider {
    /** Longest answer that is read, in bytes. */
    int MAX_ANSWER_BYTES = 64 * 1024;

    /**
     * Sends a request and reads its whole answer.
     *
     * @param total the most that name resolution, connecting, TLS, sending and reading may take together
     * @throws AddressRefusedException when the host resolves to an address that may not be reached
     * @throws AnswerTooLargeException when the answer is longer than {@link #MAX_ANSWER_BYTES}
     * @throws IOException on every other failure, the time limit ({@link java.net.SocketTimeoutException}) included
     */
    HttpAnswer send(HttpUriRequest request, Duration total) throws IOException;

    /** The client itself, for Keycloak code that takes one; time and size limits are then that code's. */
    HttpClient client();

    @Override
    default void close() {}
}
