package org.interlieux.access.rules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A venue that has answered the access question with yes or no at least once. */
@Entity
@Table(name = "INTERLIEUX_ANSWERED_VENUE")
public class AnsweredVenueEntity {
    /** The venue's internal id. */
    @Id
    @Column(name = "VENUE_ID", length = 36)
    protected @Nullable String venueId;

    @Column(name = "REALM_ID", length = 36)
    protected @Nullable String realmId;

    /** Milliseconds since 1970. */
    @Column(name = "FIRST_ANSWER")
    protected long firstAnswer;

    /** Since when the venue says that it does not have the app any more, milliseconds since 1970; null while it has. */
    @Column(name = "GONE_SINCE")
    protected @Nullable Long goneSince;
}
