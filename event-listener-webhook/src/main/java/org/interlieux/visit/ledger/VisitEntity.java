package org.interlieux.visit.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One stay as the table keeps it. Times are milliseconds since 1970, UTC. */
@Entity
@Table(name = "INTERLIEUX_VISIT")
public class VisitEntity {
    @Id
    @Column(name = "ID", length = 36)
    private @Nullable String id;

    @Column(name = "REALM_ID", length = 36)
    private @Nullable String realmId;

    @Column(name = "USER_ID", length = 36)
    private @Nullable String userId;

    @Column(name = "HOME_VENUE_ID", length = 36)
    private @Nullable String homeVenueId;

    @Column(name = "HOST_VENUE_ID", length = 36)
    private @Nullable String hostVenueId;

    /** Internal id of the badge client that opened it. */
    @Column(name = "CLIENT_ID", length = 36)
    private @Nullable String clientId;

    /**
     * The user's id while the visit is open, its own id afterwards. The column is unique and never null, so every
     * database enforces that a member is at one venue at most.
     */
    @Column(name = "OPEN_KEY", length = 36)
    private @Nullable String openKey;

    /** Counts the changes of this visit, from 1. */
    @Column(name = "CHANGE_COUNT")
    private int sequence;

    @Column(name = "ENTERED_AT")
    private long enteredAt;

    @Column(name = "EXITED_AT")
    private @Nullable Long exitedAt;

    @Column(name = "EXIT_REASON", length = 16)
    private @Nullable String exitReason;

    @Column(name = "EXIT_ESTIMATED")
    private boolean exitEstimated;

    @Column(name = "CHANNEL", length = 16)
    private @Nullable String channel;

    /** What decided that the member may enter. */
    @Column(name = "ACCESS_RULE", length = 64)
    private @Nullable String accessRule;

    protected VisitEntity() {}

    static VisitEntity open(String realmId, Arrival arrival) {
        VisitEntity visit = new VisitEntity();
        visit.id = arrival.visitId();
        visit.realmId = realmId;
        visit.userId = arrival.userId();
        visit.homeVenueId = arrival.homeId();
        visit.hostVenueId = arrival.hostId();
        visit.clientId = arrival.clientId();
        visit.openKey = arrival.userId();
        visit.sequence = 1;
        visit.enteredAt = arrival.at().toEpochMilli();
        visit.channel = "login";
        visit.accessRule = arrival.rule();
        return visit;
    }

    void close(Instant at, ExitReason reason) {
        // A clock that was set back must not make a stay shorter than nothing.
        exitedAt = Math.max(at.toEpochMilli(), enteredAt);
        exitReason = reason.word();
        openKey = id;
        sequence++;
    }

    @SuppressWarnings("NullAway") // never null in the table
    Visit visit() {
        return new Visit(
                id,
                realmId,
                userId,
                homeVenueId,
                hostVenueId,
                clientId,
                sequence,
                Instant.ofEpochMilli(enteredAt),
                exitedAt == null ? null : Instant.ofEpochMilli(exitedAt),
                exitReason,
                exitEstimated,
                channel);
    }
}
