package org.interlieux.visit.verify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** How far a venue has confirmed its visits. Times are milliseconds since 1970. */
@Entity
@DynamicUpdate
@Table(name = "INTERLIEUX_CHECK")
public class CheckEntity {
    /** The row is new: its first night is still to be chosen. */
    static final long UNSCHEDULED = -1;

    @Id
    @Column(name = "VENUE_ID", length = 36)
    protected @Nullable String venueId;

    @Column(name = "REALM_ID", length = 36)
    protected @Nullable String realmId;

    /** When it is asked next. */
    @Column(name = "CHECK_AT")
    protected long checkAt;

    /** Visits that began before have been confirmed, or are too old to ask about. */
    @Column(name = "CONFIRMED_TO")
    protected long confirmedTo;

    @Enumerated(EnumType.STRING)
    @Column(name = "TAKES_PART", length = 16)
    protected Participation participation = Participation.UNKNOWN;

    /** Days since 1970, UTC. */
    @Column(name = "RESENT_DAY")
    protected long resentDay;

    /** How many visits were sent again on that day. */
    @Column(name = "RESENT")
    protected int resent;

    /** How many visits may be sent again at this moment, of at most {@code perDay} on one day. */
    int mayResend(Instant now, int perDay) {
        return resentDay == day(now) ? Math.max(0, perDay - resent) : perDay;
    }

    void countResent(Instant now, int visits) {
        resent = resentDay == day(now) ? resent + visits : visits;
        resentDay = day(now);
    }

    /** What was confirmed once stays so. */
    void confirm(Instant to) {
        confirmedTo = Math.max(confirmedTo, to.toEpochMilli());
    }

    private static long day(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), 86_400L);
    }
}
