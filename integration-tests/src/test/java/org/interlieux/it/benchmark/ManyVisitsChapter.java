package org.interlieux.it.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interlieux.it.benchmark.VisitHistory.Size;

/** What is done with visits when there have been many. Comes late, as it leaves the table full. */
final class ManyVisitsChapter implements Chapter {
    private static final int FEW = 10_000;
    private static final int PAGE = 100;
    private static final double LIMIT = 1.5;
    private static final int WARM_UPS = 4;

    @Override
    public Section measure(Stage stage) {
        boolean trial = stage.options().isTrial();
        int many = stage.options().many() * 100;
        try (Mailbox mailbox = new Mailbox(Duration.ZERO, letter -> {});
                Neighbourhood place = Neighbourhood.with(stage.server(), List.of("all-members"))) {
            BusyVenues venues = new BusyVenues(place.federation(), mailbox);
            VisitHistory history = new VisitHistory(place.federation(), BusyVenues.ALIAS, FEW, many);
            List<Subject> subjects = subjects(place, venues);
            List<Samples> withFew = samples(subjects, FEW);
            List<Samples> withMany = samples(subjects, many);
            long scansBefore = history.sequentialScans();
            for (int round = 0; round < (trial ? 2 : 8); round++) {
                for (Size size : round % 2 == 0 ? Size.values() : new Size[] {Size.MANY, Size.FEW}) {
                    history.show(size);
                    measure(subjects, venues, size == Size.FEW ? withFew : withMany, trial ? 5 : 12);
                }
            }
            history.show(Size.MANY);
            return section(many, withFew, withMany, history.sequentialScans() - scansBefore);
        }
    }

    private static List<Subject> subjects(Neighbourhood place, BusyVenues venues) {
        Instant middle = Instant.now().minus(80, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        Gate gate = place.gate();
        return List.of(
                new Subject("a tap that opens a visit", new Tap(place)),
                new Subject("its end, by an admin", new Close(place)),
                new Subject("`GET /visits`, the first 100 of a venue", venues.page("max=" + PAGE, PAGE)),
                new Subject("the same from the middle", venues.page("max=" + PAGE + "&from=" + middle, PAGE)),
                new Subject("the same, open visits only", venues.page("max=" + PAGE + "&state=open", 0)),
                new Subject(
                        "an admin's page of open visits",
                        () -> gate.openVisits().toString().length()));
    }

    private static List<Samples> samples(List<Subject> subjects, int visits) {
        return Stream.concat(
                        subjects.stream().map(Subject::name),
                        Stream.of("check of a day with 20 visits, of each of " + BusyVenues.VENUES + " venues"))
                .map(name -> new Samples(Figures.count(visits) + " visits: " + name))
                .toList();
    }

    private static void measure(List<Subject> subjects, BusyVenues venues, List<Samples> samples, int runs) {
        List<Samples> once = new Series(WARM_UPS, runs).measure(subjects);
        IntStream.range(0, subjects.size()).forEach(i -> samples.get(i).addAll(once.get(i)));
        samples.get(subjects.size()).add(venues.checkNanos() / BusyVenues.VENUES, 0);
    }

    private static Section section(int visits, List<Samples> few, List<Samples> many, long scans) {
        Times times = new Times();
        List<Limit> limits = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            times.add(few.get(i)).add(many.get(i));
            limits.add(
                    new RatioLimit(many.get(i).name() + ", to " + Figures.count(FEW), many.get(i), few.get(i), LIMIT));
        }
        limits.add(new AmountLimit(
                "sequential scans of the table with " + Figures.count(visits) + " visits", scans, 0, "scans"));
        return new Section(
                "Many visits",
                "Closed visits of 170 days and 500 members, between " + BusyVenues.VENUES
                        + " venues, put into the table by SQL"
                        + " (`INSERT … SELECT generate_series`). Two tables take turns under the same name, so that runs with few and"
                        + " with many visits alternate. Each venue says that it misses nothing; the time of its check is that from"
                        + " the first question's arrival to the last answer, divided by the number of venues.",
                times.table(),
                limits);
    }
}
