package org.interlieux.venue.newcomer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An account that a first login made and that no login has been let in with yet. */
@Entity
@Table(name = "INTERLIEUX_NEWCOMER")
public class NewcomerEntity {
    @Id
    @Column(name = "USER_ID", length = 36)
    protected @Nullable String userId;

    @Column(name = "REALM_ID", length = 36)
    protected @Nullable String realmId;

    /** Milliseconds since 1970. */
    @Column(name = "SINCE")
    protected long since;
}
