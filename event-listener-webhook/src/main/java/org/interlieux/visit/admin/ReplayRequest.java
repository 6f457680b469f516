package org.interlieux.visit.admin;

import java.time.Clock;
import java.time.Instant;
import org.interlieux.visit.api.VisitRequest;
import org.interlieux.visit.delivery.DeliveryCursor;
import org.interlieux.visit.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/** Which deliveries an admin wants to be sent again. */
record ReplayRequest(DeliveryState state, Instant from, Instant to, DeliveryCursor after) {
    /** In one transaction. */
    static final int AT_ONCE = 1_000;

    static ReplayRequest of(
            @Nullable String from, @Nullable String to, @Nullable String state, @Nullable String after) {
        return new ReplayRequest(
                DeliveryRequest.state(state, DeliveryState.DEAD_LETTER),
                VisitRequest.moment("from", from, Instant.EPOCH),
                VisitRequest.moment("to", to, Clock.systemUTC().instant()),
                DeliveryRequest.cursor(after));
    }
}
