package org.interlieux.it.benchmark;

import java.time.Duration;
import java.util.List;

/** What asking costs: our steps where there is nothing to ask, a rule that needs nobody, and a home venue that answers. */
final class AccessChapter implements Chapter {
    private static final Duration ANSWER = Duration.ofMillis(5);
    private static final int ALL_MEMBERS = 0;
    private static final int ASK_VENUE = 1;

    @Override
    public Section measure(Stage stage) {
        try (Neighbourhood plain = Neighbourhood.withoutOurSteps(stage.server());
                Neighbourhood ours = Neighbourhood.with(stage.server(), List.of("all-members", "ask-venue"))) {
            ours.site(ASK_VENUE).misbehaviour().delayAccess(ANSWER);
            List<Samples> samples = stage.options()
                    .exactRuns()
                    .measure(List.of(
                            new Subject("to a service, in a realm without our steps", plain.loginToService(0)),
                            new Subject("to a service", ours.loginToService(ALL_MEMBERS)),
                            new Subject("to a door, rule `all-members`", ours.loginToDoor(ALL_MEMBERS)),
                            new Subject("to a door, rule `ask-venue`", ours.loginToDoor(ASK_VENUE))));
            Times times = new Times();
            samples.forEach(times::add);
            Samples without = samples.get(0);
            Samples allMembers = samples.get(2);
            return new Section(
                    "Access rule",
                    "A member with a session logs in to one more client, from a GET of the login address to the service's code: of all logins"
                            + " the one that does least beside our steps. The door records no visits. The home venue that is asked takes "
                            + ANSWER.toMillis() + " ms to answer.",
                    times.table(),
                    List.of(
                            new RatioLimit(
                                    "login to a service to one without our steps", samples.get(1), without, 1.03),
                            new RatioLimit(
                                    "login to a door with `all-members` to one without our steps",
                                    allMembers,
                                    without,
                                    1.05),
                            new DifferenceLimit(
                                    "login to a door with `ask-venue`: more than with `all-members`",
                                    samples.get(3),
                                    allMembers,
                                    15)));
        }
    }
}
