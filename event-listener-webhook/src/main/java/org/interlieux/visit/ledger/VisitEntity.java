package org.interlieux.visit.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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

    /** Null once the visit is anonymous. */
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

    /** When it ends by itself; null once it is closed. */
    @Column(name = "CLOSES_AT")
    private @Nullable Long closesAt;

    /** Why it ends by itself then; null for the host's longest visit. */
    @Column(name = "CLOSES_FOR", length = 16)
    private @Nullable String closesFor;

    /** When it ended, for as long as it still says whose it is; null while it is open, and once it is anonymous. */
    @Column(name = "KEPT_SINCE")
    private @Nullable Long keptSince;

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
        visit.closesAt = arrival.at().plus(arrival.longest()).toEpochMilli();
        visit.channel = "login";
        visit.accessRule = arrival.rule();
        return visit;
    }

    boolean isOpen() {
        return exitedAt == null;
    }

    /** Whether it has ended by itself, although nobody has closed it yet. */
    boolean isOverAt(Instant moment) {
        return closesAt != null && closesAt <= moment.toEpochMilli();
    }

    /** Closes it. One that has ended by itself before keeps that moment and that reason, however late it is found. */
    void close(Instant at, ExitReason reason) {
        if (!isOpen()) {
            throw new IllegalStateException("Visit " + id + " is closed already");
        }
        boolean over = isOverAt(at);
        ExitReason why = over ? dueReason() : reason;
        long moment = over && closesAt != null ? closesAt : at.toEpochMilli();
        // A clock that was set back must not make a stay shorter than nothing.
        exitedAt = Math.max(moment, enteredAt);
        exitReason = why.word();
        exitEstimated = why.estimated();
        openKey = id;
        closesAt = null;
        closesFor = null;
        keptSince = exitedAt;
        sequence++;
    }

    /** Takes away what leads to the member. What remains says when somebody of one venue was at another. */
    void makeAnonymous() {
        userId = null;
        keptSince = null;
    }

    private ExitReason dueReason() {
        return Optional.ofNullable(closesFor).flatMap(ExitReason::of).orElse(ExitReason.CLOSING);
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
