package org.interlieux.it.benchmark;

import java.sql.SQLException;
import java.util.List;

/** How the database finds visits. After {@link ManyVisitsChapter}, which fills the table. */
final class VisitPlanChapter implements Chapter {
    @Override
    public Section measure(Stage stage) throws SQLException {
        return new Section(
                "How visits are found",
                "PostgreSQL's plans (`EXPLAIN (GENERIC_PLAN)`) for all statements about visits that the server has run, with the many"
                        + " visits of the chapter before in the table.",
                new VisitPlans(stage.server().database()).table(),
                List.of());
    }
}
