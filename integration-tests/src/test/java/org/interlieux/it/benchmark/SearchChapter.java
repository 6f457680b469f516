package org.interlieux.it.benchmark;

import java.util.List;

/** Finding one venue among many, beside the page that one searches from. */
final class SearchChapter implements Chapter {
    private static final double LIMIT = 2;

    @Override
    public Section measure(Stage stage) {
        Requests requests = new Requests(stage.federation(stage.options().many()));
        List<Samples> samples = stage.options()
                .manyRuns()
                .measure(List.of(
                        new Subject("picker page", requests.pickerPage()),
                        new Subject("`GET /venues?q=`", requests.searchInTheList()),
                        new Subject("search with the page's form", requests.searchInThePage())));
        Times times = new Times();
        samples.forEach(times::add);
        return new Section(
                "Search among " + Figures.count(stage.options().many()) + " venues",
                "One venue is found by its name. The form is what people without scripts use; it answers with the whole page.",
                times.table(),
                List.of(
                        new RatioLimit("`GET /venues?q=` to the page itself", samples.get(1), samples.get(0), LIMIT),
                        new RatioLimit("search form to the page itself", samples.get(2), samples.get(0), LIMIT)));
    }
}
