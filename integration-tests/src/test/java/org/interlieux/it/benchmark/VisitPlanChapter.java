package org.interlieux.it.benchmark;

import java.util.List;

/** How the database finds visits. After {@link ManyVisitsChapter}, which fills the table. */
final class VisitPlanChapter implements Chapter {
    @Override
    public Section measure(Stage stage) {
        return new Section(
                "How visits are found",
                "PostgreSQL's plans (`EXPLAIN`) for the queries for visits that the server has run, with the many visits of the chapter"
                        + " before in the table, with the values of the latest of them, and of the last month.",
                new VisitPlans(stage.server().database()).table(),
                List.of());
    }
}
