package org.interlieux.visit.admin;

import org.interlieux.venue.list.PageRequest;
import org.interlieux.visit.delivery.DeliveryCursor;
import org.interlieux.visit.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/** Which deliveries an admin asks for. */
record DeliveryRequest(DeliveryState state, DeliveryCursor after, int max) {
    private static final int DEFAULT_MAX = 50;
    private static final int MAX = 100;

    static DeliveryRequest of(@Nullable String state, @Nullable String after, @Nullable String max) {
        return new DeliveryRequest(
                state(state, DeliveryState.WAITING), cursor(after), PageRequest.max(max, DEFAULT_MAX, MAX));
    }

    static DeliveryState state(@Nullable String text, DeliveryState byDefault) {
        return text == null || text.isEmpty()
                ? byDefault
                : DeliveryState.of(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("state must be waiting, delivered or dead_letter"));
    }

    static DeliveryCursor cursor(@Nullable String text) {
        return text == null || text.isEmpty()
                ? DeliveryCursor.START
                : DeliveryCursor.parse(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("after must be what an earlier answer called next"));
    }
}
