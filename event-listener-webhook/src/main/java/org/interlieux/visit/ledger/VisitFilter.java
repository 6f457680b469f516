package org.interlieux.visit.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which visits somebody asks for, oldest entry first.
 *
 * @param from entered then or later
 * @param to entered before
 * @param open only open ones, or only closed ones; null for both
 * @param after behind which visit to begin; null for the beginning
 * @param max at most so many
 */
public record VisitFilter(
        Instant from,
        Instant to,
        @Nullable Boolean open,
        @Nullable VisitCursor after,
        int max) {}
