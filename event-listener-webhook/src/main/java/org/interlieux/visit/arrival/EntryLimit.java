package org.interlieux.visit.arrival;

import java.time.Clock;
import java.time.Duration;
import org.interlieux.visit.ledger.VisitLedger;
import org.keycloak.Config;

/**
 * How often one member may enter, at whatever venues: each entry is a row and two messages, and comes from a button.
 *
 * @param max entries
 * @param period in which they count
 */
record EntryLimit(int max, Duration period) {
    /** From {@code --spi-required-action--venue-arrival--max-entries} (10) and {@code …--max-entries-seconds} (600). */
    static EntryLimit of(Config.Scope config) {
        return new EntryLimit(
                config.getInt("max-entries", 10), Duration.ofSeconds(config.getInt("max-entries-seconds", 600)));
    }

    boolean isReached(VisitLedger ledger, String userId, Clock clock) {
        return ledger.entriesSince(userId, clock.instant().minus(period)) >= max;
    }
}
