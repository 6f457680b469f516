package org.interlieux.access.rules;

import org.interlieux.venue.keycloak.OwnTables;

/** This module's table. */
public final class AccessTables extends OwnTables {
    public AccessTables() {
        super("interlieux-access", AnsweredVenueEntity.class);
    }
}
