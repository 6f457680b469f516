package org.interlieux.it.benchmark;

import static org.interlieux.it.benchmark.Figures.count;

import java.util.List;

/** The page where members choose their venue, beside Keycloak's own login page with as many identity providers. */
final class PickerChapter implements Chapter {
    private static final int MOST_BYTES = 40_000;

    @Override
    public Section measure(Stage stage) {
        List<Samples> ours = stage.options()
                .manyRuns()
                .measure(stage.federations().stream()
                        .map(federation -> new Subject(
                                count(federation.venues()) + " venues: home venue picker",
                                new Requests(federation).pickerPage()))
                        .toList());
        List<Samples> stock = stage.options()
                .fewRuns()
                .measure(stage.stockRealms().stream()
                        .map(realm -> new Subject(
                                count(realm.providers()) + " identity providers: Keycloak's login page",
                                realm.loginPage()))
                        .toList());
        Times times = new Times();
        for (int i = 0; i < ours.size(); i++) {
            times.add(ours.get(i)).add(stock.get(i));
        }
        Samples largest = ours.get(ours.size() - 1);
        return new Section(
                "Picker page",
                "A GET of the login address by somebody without cookies. The two kinds of page are measured one after the other:"
                        + " Keycloak's largest page pushes everything else out of its caches.",
                times.table(),
                List.of(
                        new RatioLimit("picker page, " + stage.options().manyToFew(), largest, ours.get(0), 1.5),
                        new AmountLimit(
                                "picker page with %s venues: size"
                                        .formatted(count(stage.options().many())),
                                largest.bytes(),
                                MOST_BYTES,
                                "bytes")));
    }
}
