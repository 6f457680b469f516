package org.interlieux.visit.ledger;

import java.util.Locale;

/** Why a visit ended. */
public enum ExitReason {
    /** A log-out that the visit's own badge client started. */
    LOGOUT,
    /** The member entered another venue. */
    MOVED;

    /** The word in messages and in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
