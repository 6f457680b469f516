package org.interlieux.visit.ledger;

import jakarta.persistence.TypedQuery;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;

/** Rows that nobody else has locked, locked for this transaction: other nodes take other rows, and nobody waits. */
final class FreeRows {
    private FreeRows() {}

    static <T> List<T> lock(TypedQuery<T> query) {
        query.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return query.getResultList();
    }
}
