package org.interlieux.visit.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stay: an entry, then an exit.
 *
 * @param userId null once the visit is anonymous
 * @param homeVenueId internal id of the venue where the member is registered
 * @param hostVenueId internal id of the venue where they are or were
 * @param clientId internal id of the badge client that opened the visit
 * @param sequence counts the changes of this visit, from 1
 * @param exitedAt null while the visit is open
 * @param exitEstimated true where nobody saw them leave
 */
public record Visit(
        String id,
        String realmId,
        @Nullable String userId,
        String homeVenueId,
        String hostVenueId,
        String clientId,
        int sequence,
        Instant enteredAt,
        @Nullable Instant exitedAt,
        @Nullable String exitReason,
        boolean exitEstimated,
        String channel) {

    public boolean isOpen() {
        return exitedAt == null;
    }
}
