package org.interlieux.visit.ledger;

import java.time.Instant;

/**
 * A member who said that they have arrived, with the decision that lets them in.
 *
 * @param clientId internal id of the badge client
 * @param at when they said so
 * @param rule what decided
 */
public record Arrival(
        String visitId, String userId, String homeId, String hostId, String clientId, Instant at, String rule) {}
