package org.interlieux.it.benchmark;

import java.util.List;

/** From the picker page to the code that the service gets. */
final class LoginChapter implements Chapter {
    @Override
    public Section measure(Stage stage) {
        List<Samples> samples = stage.options()
                .fewRuns()
                .measure(stage.federations().stream()
                        .map(federation -> new Subject(
                                Figures.count(federation.venues()) + " venues", new Requests(federation).login()))
                        .toList());
        Times times = new Times();
        samples.forEach(times::add);
        return new Section(
                "Login",
                "A member who was here before searches for the home venue, logs in at its site (a Dokos site on this machine), is asked by the"
                        + " access rule, arrives, and the service gets a code. The visit is recorded; nobody is told of it. Leaving is not timed.",
                times.table(),
                List.of(new RatioLimit(
                        "login, " + stage.options().manyToFew(),
                        samples.get(samples.size() - 1),
                        samples.get(0),
                        1.2)));
    }
}
