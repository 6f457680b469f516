package org.interlieux.it.benchmark;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** What it costs a login to record a visit, and how soon the venues know of it. */
final class VisitChapter implements Chapter {
    private static final int MEMBERS = 8;
    private static final int PER_SECOND = 4;
    private static final int MOST_MILLIS = 20;

    @Override
    public Section measure(Stage stage) throws ExecutionException, InterruptedException {
        Letters letters = new Letters();
        Samples recorded = new Samples("login and tap, visit recorded");
        Samples unrecorded = new Samples("login and tap, nothing recorded");
        Samples delays = new Samples("from the login's answer to a message's arrival");
        try (Mailbox mailbox = new Mailbox(Duration.ZERO, letters);
                Neighbourhood venues =
                        Neighbourhood.with(stage.server(), Collections.nCopies(MEMBERS, "all-members"))) {
            venues.tell(mailbox);
            Series series = stage.options().exactRuns();
            for (int run = -series.warmUps(); run < series.runs(); run++) {
                boolean first = run % 2 == 0;
                logIn(venues, letters, first, run < 0 ? new Samples("warm-up") : first ? recorded : unrecorded);
                logIn(venues, letters, !first, run < 0 ? new Samples("warm-up") : first ? unrecorded : recorded);
            }
            venues.gate().recordsVisits(true);
            Samples logins = new Samples("not counted");
            new SteadyLoad(PER_SECOND, Duration.ofSeconds(stage.options().isTrial() ? 10 : 40))
                    .run(
                            IntStream.range(0, MEMBERS)
                                    .mapToObj(member -> visit(venues, member, letters, delays))
                                    .toList(),
                            Collections.nCopies(MEMBERS, logins));
        }
        return new Section(
                "Visit",
                "A member with a session opens the login address of a badge client, sees the arrival page, taps, and the client gets a code;"
                        + " home and host venue are told, and an admin closes the visit, which is not timed. In every other run"
                        + " `recordsVisits` is switched off while the member looks at the page, so that both kinds of login have the"
                        + " same page and the same tap. Messages: "
                        + PER_SECOND + " logins a second, of members of " + MEMBERS
                        + " venues in turn; both messages of each. One that comes before the login's answer counts as 0.",
                new Times().add(unrecorded).add(recorded).add(delays).table(),
                List.of(
                        new RatioLimit("login that records a visit, to one that does not", recorded, unrecorded, 1.15),
                        new TimeLimit("from a login's answer to a message's arrival, median", delays, MOST_MILLIS)));
    }

    /** A login of one member, without what happens before and after. */
    private static void logIn(Neighbourhood venues, Letters letters, boolean records, Samples samples) {
        Gate gate = venues.gate();
        gate.recordsVisits(true);
        SwiftVisitor member = venues.member(0);
        long start = System.nanoTime();
        SwiftForm page = gate.openBy(member);
        long seen = System.nanoTime();
        gate.recordsVisits(records);
        long tapped = System.nanoTime();
        member.submit(page, Tap.ARRIVE).code();
        samples.add(seen - start + System.nanoTime() - tapped, member.bytes());
        if (records) {
            leave(venues, 0, letters, letters.take(Neighbourhood.alias(0), "visit.entry"));
        }
    }

    private static Activity visit(Neighbourhood venues, int number, Letters letters, Samples delays) {
        return () -> {
            SwiftVisitor member = venues.member(number);
            member.submit(venues.gate().openBy(member), Tap.ARRIVE).code();
            long answered = System.nanoTime();
            Letter home = letters.take(Neighbourhood.alias(number), "visit.entry");
            Letter host = leave(venues, number, letters, home);
            synchronized (delays) {
                delays.add(Math.max(0, home.nanos() - answered), 0);
                delays.add(Math.max(0, host.nanos() - answered), 0);
            }
            return member.bytes();
        };
    }

    /** Ends the visit when both venues know of it; gives what the host was told when it began. */
    private static Letter leave(Neighbourhood venues, int number, Letters letters, Letter entry) {
        String visit = Letters.visit(entry);
        Letter host = letters.take(Neighbourhood.HOST, "visit.entry", visit);
        venues.gate().close(visit);
        letters.take(Neighbourhood.alias(number), "visit.exit", visit);
        letters.take(Neighbourhood.HOST, "visit.exit", visit);
        return host;
    }
}
