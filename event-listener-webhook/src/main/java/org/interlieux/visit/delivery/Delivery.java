package org.interlieux.visit.delivery;

/**
 * One webhook message on its way to one venue.
 *
 * @param id the outbox row; every retry has the same
 * @param body exactly what is signed and sent
 * @param attempts how often it was tried before
 */
record Delivery(String id, String realmId, String venueId, String body, int attempts) {
    /** The receiver's idempotency key. */
    String webhookId() {
        return "msg_" + id;
    }
}
