package org.interlieux.visit.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.interlieux.visit.delivery.Deliveries;
import org.interlieux.visit.delivery.DeliveryCursor;
import org.interlieux.visit.delivery.DeliveryLine;
import org.interlieux.visit.delivery.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries as JSON.
 *
 * @param next what to send as {@code after} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryList(List<Item> deliveries, @Nullable String next) {

    /**
     * One of them.
     *
     * @param at when it is tried next, or when it arrived or was given up
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String id,
            @JsonProperty("webhook_id") String webhookId,
            String type,
            @Nullable String visit,
            int sequence,
            @Nullable String state,
            int attempts,
            @JsonProperty("created_at") String createdAt,
            String at,
            @JsonProperty("last_error") @Nullable String lastError) {
        static Item of(DeliveryLine line) {
            DeliveryState state = line.state();
            return new Item(
                    line.id(),
                    line.webhookId(),
                    line.type(),
                    line.visit(),
                    line.sequence(),
                    state == null ? null : state.word(),
                    line.attempts(),
                    line.createdAt().toString(),
                    line.at().toString(),
                    line.lastError());
        }
    }

    static DeliveryList of(Deliveries.Page page) {
        return new DeliveryList(
                page.deliveries().stream().map(Item::of).toList(),
                page.next().map(DeliveryCursor::toString).orElse(null));
    }
}
