package org.interlieux.visit.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.interlieux.visit.delivery.Timestamp;
import org.interlieux.visit.ledger.Visit;
import org.jspecify.annotations.Nullable;

/** The body of a webhook about a visit (Standard Webhooks 1.0.0). It carries the whole state, so order does not matter. */
record VisitMessage(String type, String timestamp, ShownVisit data) {
    @JsonInclude(JsonInclude.Include.ALWAYS) // null says that there was no exit yet
    record VisitState(
            String id,
            int sequence,
            String state,
            @JsonProperty("entered_at") String enteredAt,
            @JsonProperty("exited_at") @Nullable String exitedAt,
            @JsonProperty("exit_reason") @Nullable String exitReason,
            @JsonProperty("exit_estimated") boolean exitEstimated,
            String channel) {

        static VisitState of(Visit visit) {
            Instant exitedAt = visit.exitedAt();
            return new VisitState(
                    visit.id(),
                    visit.sequence(),
                    visit.isOpen() ? "open" : "closed",
                    Timestamp.of(visit.enteredAt()),
                    exitedAt == null ? null : Timestamp.of(exitedAt),
                    visit.exitReason(),
                    visit.exitEstimated(),
                    visit.channel());
        }
    }

    /**
     * The member as one venue may know them.
     *
     * @param id for the home venue its own subject, for the host venue the pairwise subject that its badge client sees
     * @param email for the home venue only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MemberShown(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email) {
        /** A member who was removed. */
        static final MemberShown NOBODY = new MemberShown(null, null, null);
    }

    record VenueShown(String id, String name) {}

    /** The message about the visit's latest change, for one reader. */
    static VisitMessage of(Visit visit, ShownVisit shown) {
        Instant exitedAt = visit.exitedAt();
        return new VisitMessage(
                exitedAt == null ? "visit.entry" : "visit.exit",
                Timestamp.of(exitedAt == null ? visit.enteredAt() : exitedAt),
                shown);
    }
}
