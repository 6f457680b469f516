package org.interlieux.visit.delivery;

import org.interlieux.venue.keycloak.OwnTables;

/** What is remembered of each receiver; the messages themselves are in Keycloak's outbox. */
public final class DeliveryTables extends OwnTables {
    public DeliveryTables() {
        super("interlieux-delivery", ReceiverEntity.class);
    }
}
