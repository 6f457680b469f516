package org.interlieux.it.benchmark;

import java.util.ArrayList;
import java.util.List;

/** What requests make the database do, with empty caches: then all that is needed is read. */
final class DatabaseChapter implements Chapter {
    @Override
    public Section measure(Stage stage) throws Exception {
        List<Integer> sizes = stage.options().sizes();
        List<String> columns = new ArrayList<>(List.of("statements / rows"));
        sizes.forEach(size -> columns.add(Figures.count(size) + " venues"));
        Table table = new Table(columns.toArray(String[]::new));
        List<Limit> limits = new ArrayList<>();
        try (PostgresMeter meter = new PostgresMeter(stage.server().database())) {
            List<List<Subject>> subjects = stage.federations().stream()
                    .map(federation -> new Requests(federation).all())
                    .toList();
            for (int i = 0; i < subjects.get(0).size(); i++) {
                int request = i;
                String name = subjects.get(0).get(i).name();
                List<DatabaseWork> work = subjects.stream()
                        .map(ofOneSize ->
                                work(stage, meter, ofOneSize.get(request).activity()))
                        .toList();
                table.row(row(name, work));
                // A page with few venues on it reads less: the comparison is between two full pages.
                limits.add(new AmountLimit(
                        "%s: rows at %s venues, at most as many as at %s"
                                .formatted(name, Figures.count(sizes.get(2)), Figures.count(sizes.get(1))),
                        work.get(2).rows(),
                        work.get(1).rows(),
                        "rows"));
            }
            List<DatabaseWork> stock = stage.stockRealms().stream()
                    .map(realm -> work(stage, meter, realm.loginPage()))
                    .toList();
            table.row(row("Keycloak's login page", stock));
        }
        return new Section(
                "Database",
                "Statements executed, and rows that they returned or changed, in one request after Keycloak's caches were emptied; the"
                        + " median of some tries, as the server's own background work disturbs one now and then.",
                table,
                limits);
    }

    private static DatabaseWork work(Stage stage, DatabaseMeter meter, Activity activity) {
        return DatabaseWork.of(activity, meter, stage::emptyCaches);
    }

    private static List<String> row(String name, List<DatabaseWork> work) {
        List<String> cells = new ArrayList<>(List.of(name));
        work.forEach(one -> cells.add(Figures.count(one.statements()) + " / " + Figures.count(one.rows())));
        return cells;
    }
}
