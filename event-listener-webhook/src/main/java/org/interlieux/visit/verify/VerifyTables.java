package org.interlieux.visit.verify;

import org.interlieux.venue.keycloak.OwnTables;

/** How far each venue has confirmed its visits. */
public final class VerifyTables extends OwnTables {
    public VerifyTables() {
        super("interlieux-verify", CheckEntity.class);
    }
}
