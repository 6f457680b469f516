package org.interlieux.visit.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** What a worker may do for a venue now. */
sealed interface Claim {
    /**
     * Send these.
     *
     * @param settled whether the venue's row needs no change when they arrive
     */
    record Batch(WebhookTarget target, List<Delivery> deliveries, boolean settled) implements Claim {}

    /** None is due. */
    record Nothing() implements Claim {}

    /** It is not the time: the venue is paused, or waits after a failure and a sweep comes back to it. */
    record NotNow() implements Claim {}

    /** The venue is disabled. */
    record Closed() implements Claim {}

    /** The venue is not told any more. */
    record Untold() implements Claim {}

    /** The venue is removed. */
    record Gone() implements Claim {}

    /**
     * Takes a batch in the session's transaction.
     *
     * @param suspect whether the venue is tried although its last attempt failed; it gets a single message then
     */
    static Claim of(KeycloakSession session, String venueId, boolean suspect, int max, Instant now) {
        Optional<ReceiverEntity> receiver = new Receivers(session).find(venueId);
        if (receiver.isEmpty()) {
            return new NotNow();
        }
        Destination destination = receiver.get().standing == Standing.GONE
                ? new Destination.Gone()
                : Destination.of(session, String.valueOf(receiver.get().realmId), venueId);
        if (destination instanceof Destination.Gone) {
            return new Gone();
        }
        if (receiver.get().standing == Standing.PAUSED
                || (!suspect && !receiver.get().isPrompt())) {
            return new NotNow();
        }
        if (destination instanceof Destination.Open open) {
            return batch(session, open.target(), receiver.get(), max, now);
        }
        return destination instanceof Destination.Closed ? new Closed() : new Untold();
    }

    private static Claim batch(
            KeycloakSession session, WebhookTarget target, ReceiverEntity receiver, int max, Instant now) {
        DeliveryOutbox outbox = new DeliveryOutbox(session);
        String venueId = String.valueOf(receiver.venueId);
        List<Delivery> deliveries = outbox.claim(venueId, receiver.isPrompt() ? max : 1, now, DeliveryWorker.LEASE);
        if (deliveries.isEmpty() && receiver.standing == Standing.FAILING) {
            // What waits may not be due for hours; the venue is asked in between whether it is back.
            deliveries = outbox.claimEarly(venueId, now, DeliveryWorker.LEASE);
        }
        return deliveries.isEmpty() ? new Nothing() : new Batch(target, deliveries, receiver.knewSuccess(now));
    }
}
