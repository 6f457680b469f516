package org.interlieux.visit.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a visit ended. */
public enum ExitReason {
    /** The member said so on the badge page. */
    BADGE(false),
    /** A log-out that the visit's own badge client started. */
    LOGOUT(false),
    /** The member entered another venue. */
    MOVED(false),
    /** It was open for as long as the host lets a visit be. */
    CLOSING(true),
    /** The login session ran out, at a host that takes this for an exit. */
    EXPIRED(true),
    /** An admin closed it. */
    ADMIN(false),
    /** The member or one of the venues was removed. */
    REMOVED(true);

    private final boolean estimated;

    ExitReason(boolean estimated) {
        this.estimated = estimated;
    }

    /** Whether nobody saw the member leave. */
    public boolean estimated() {
        return estimated;
    }

    /** The word in messages and in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExitReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
