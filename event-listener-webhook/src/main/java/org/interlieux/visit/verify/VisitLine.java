package org.interlieux.visit.verify;

import java.time.Instant;
import org.interlieux.visit.ledger.Visit;

/** As much of a visit as is asked about. */
record VisitLine(String id, int sequence, Instant enteredAt, boolean open) {
    static VisitLine of(Visit visit) {
        return new VisitLine(visit.id(), visit.sequence(), visit.enteredAt(), visit.isOpen());
    }
}
