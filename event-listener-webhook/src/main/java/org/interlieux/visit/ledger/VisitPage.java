package org.interlieux.visit.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some visits.
 *
 * @param next behind which to go on; null when there are no more
 */
public record VisitPage(List<Visit> visits, @Nullable VisitCursor next) {
    /**
     * Cuts it.
     *
     * @param found one more than the page holds, if there are that many
     */
    static VisitPage of(List<Visit> found, int max) {
        return found.size() > max
                ? new VisitPage(found.subList(0, max), VisitCursor.behind(found.get(max - 1)))
                : new VisitPage(found, null);
    }
}
