package org.interlieux.visit.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.interlieux.visit.delivery.Deliveries;
import org.interlieux.visit.delivery.DeliveryCursor;
import org.jspecify.annotations.Nullable;

/**
 * What a replay did.
 *
 * @param replayed how many are on their way again
 * @param next what to send as {@code after} to go on; absent when that was all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replayed(int replayed, @Nullable String next) {
    static Replayed of(Deliveries.Replay replay) {
        return new Replayed(
                replay.count(), replay.next().map(DeliveryCursor::toString).orElse(null));
    }
}
