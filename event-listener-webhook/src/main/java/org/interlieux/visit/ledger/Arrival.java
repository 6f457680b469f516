package org.interlieux.visit.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A member who said that they have arrived, with the decision that lets them in.
 *
 * @param clientId internal id of the badge client
 * @param at when they said so
 * @param longest how long the host lets a visit be open
 * @param rule what decided
 */
public record Arrival(
        String visitId,
        String userId,
        String homeId,
        String hostId,
        String clientId,
        Instant at,
        Duration longest,
        String rule) {

    /** The same, but not before that moment. */
    Arrival notBefore(Instant moment) {
        return at.isBefore(moment)
                ? new Arrival(visitId, userId, homeId, hostId, clientId, moment, longest, rule)
                : this;
    }
}
