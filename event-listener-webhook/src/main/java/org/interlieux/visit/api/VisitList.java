package org.interlieux.visit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.interlieux.visit.ledger.Visit;
import org.interlieux.visit.ledger.VisitPage;
import org.jspecify.annotations.Nullable;

/**
 * A page of visits as JSON.
 *
 * @param next what to send as {@code after} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitList<T>(List<T> visits, @Nullable String next) {

    /**
     * As this reader sees it.
     *
     * @param shown one visit
     */
    public static <T> VisitList<T> of(VisitPage page, Function<Visit, T> shown) {
        return new VisitList<>(
                page.visits().stream().map(shown).toList(),
                page.next() == null ? null : page.next().toString());
    }
}
