package org.interlieux.visit.delivery;

import java.time.Instant;

/**
 * One webhook message on its way to one venue.
 *
 * @param id the outbox row; every retry has the same
 * @param body exactly what is signed and sent
 * @param attempts how often it was tried before
 * @param due when it was to be tried again
 */
record Delivery(String id, String body, int attempts, Instant createdAt, Instant due) {
    /** The receiver's idempotency key. */
    String webhookId() {
        return "msg_" + id;
    }

    /** Whether it is not its own turn yet, and it was only sent to see whether the venue is back. */
    boolean isEarly(Instant now) {
        return due.isAfter(now);
    }
}
