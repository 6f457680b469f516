package org.interlieux.visit.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a venue was called that is gone; visits still name it. */
@Entity
@Table(name = "INTERLIEUX_REMOVED_VENUE")
public class RemovedVenueEntity {
    /** The internal id that it had. */
    @Id
    @Column(name = "ID", length = 36)
    protected @Nullable String id;

    @Column(name = "REALM_ID", length = 36)
    protected @Nullable String realmId;

    @Column(name = "ALIAS")
    protected @Nullable String alias;

    @Column(name = "NAME")
    protected @Nullable String name;
}
