package org.interlieux.it.benchmark;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.interlieux.demo.Misbehaviour;

/** One home venue of ten takes the question and never answers; the members of the others must not notice. */
final class HangingVenueChapter implements Chapter {
    private static final int VENUES = 10;
    private static final int PER_SECOND = 20;
    private static final Duration HANGS = Duration.ofMinutes(1);

    @Override
    public Section measure(Stage stage) throws InterruptedException, ExecutionException {
        int rounds = stage.options().isTrial() ? 1 : 4;
        SteadyLoad load =
                new SteadyLoad(PER_SECOND, Duration.ofSeconds(stage.options().isTrial() ? 5 : 15));
        Samples withNone = new Samples("none hanging");
        Samples withOne = new Samples("one of " + VENUES + " hanging");
        try (Neighbourhood venues = Neighbourhood.with(stage.server(), Collections.nCopies(VENUES, "ask-venue"))) {
            Misbehaviour hanging = venues.site(0).misbehaviour();
            load.run(logins(venues), Collections.nCopies(VENUES, new Samples("warm-up")));
            for (int round = 0; round < rounds; round++) {
                load.run(logins(venues), healthy(withNone));
                hanging.delayAccess(HANGS);
                load.run(logins(venues), healthy(withOne));
                hanging.reset();
            }
        }
        return new Section(
                "A home venue that hangs",
                "%d logins a second, of members with a session at %d home venues in turn, to a door that records no visits; each home venue is asked. One of them takes the question and never answers, in every other round of %d s. The times are those of the other nine."
                        .formatted(PER_SECOND, VENUES, load.duration().toSeconds()),
                new Times().add(withNone).add(withOne).table(),
                List.of(new RatioLimit(
                        "members of the others, one of ten venues hanging to none", withOne, withNone, 1.1)));
    }

    /** Those of the venue that hangs may end at the denial page, and are not counted. */
    private static List<Activity> logins(Neighbourhood venues) {
        return IntStream.range(0, VENUES)
                .mapToObj(venue -> venue == 0 ? venues.tryTheDoor(venue) : venues.loginToDoor(venue))
                .toList();
    }

    private static List<Samples> healthy(Samples samples) {
        return IntStream.range(0, VENUES)
                .mapToObj(venue -> venue == 0 ? new Samples("not counted") : samples)
                .toList();
    }
}
