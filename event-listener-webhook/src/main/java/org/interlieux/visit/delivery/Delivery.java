package org.interlieux.visit.delivery;

import java.time.Instant;

/**
 * One webhook message on its way to one venue.
 *
 * @param id the outbox row; every retry has the same
 * @param body exactly what is signed and sent
 * @param attempts how often it was tried before
 */
record Delivery(String id, String body, int attempts, Instant createdAt) {
    /** The receiver's idempotency key. */
    String webhookId() {
        return "msg_" + id;
    }
}
