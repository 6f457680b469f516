package org.interlieux.access.rules;

import org.interlieux.access.unknown.LastAnswerEntity;
import org.interlieux.venue.keycloak.OwnTables;

/** This module's tables. */
public final class AccessTables extends OwnTables {
    public AccessTables() {
        super("interlieux-access", AnsweredVenueEntity.class, LastAnswerEntity.class);
    }
}
