package org.interlieux.venue.newcomer;

import org.interlieux.venue.keycloak.OwnTables;

/** This module's table. */
public final class NewcomerTables extends OwnTables {
    public NewcomerTables() {
        super("interlieux-venue", NewcomerEntity.class);
    }
}
