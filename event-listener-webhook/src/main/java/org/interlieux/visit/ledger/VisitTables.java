package org.interlieux.visit.ledger;

import org.interlieux.venue.keycloak.OwnTables;

/** This module's tables. */
public final class VisitTables extends OwnTables {
    public VisitTables() {
        super("interlieux-visit", VisitEntity.class, RemovedVenueEntity.class);
    }
}
