package org.interlieux.it.benchmark;

import java.util.List;

/** How fast waiting messages leave, and what venues that hang do to the others. */
final class DeliveryChapter implements Chapter {
    private static final int VENUES = 100;
    private static final int PER_VENUE = 100;
    private static final int HANGING = 10;
    private static final int IN_SEQUENCE = 100;
    private static final int WAITING = 100_000;
    /** What a few requests more or less leave behind; the messages alone would be 60 MB and more. */
    private static final int HEAP_MEGABYTES = 10;

    private static final int RUNS = 4;

    @Override
    public Section measure(Stage stage) {
        Samples sequence = new Samples("Keycloak's own drainer, per message");
        Samples all = new Samples("ours, per message");
        Samples calm = new Samples("90 venues, all well, in all");
        Samples hanging = new Samples("90 venues while 10 more hang, in all");
        long heap;
        int runs = stage.options().isTrial() ? 2 : RUNS;
        try (Mailing mailing = new Mailing(stage.server(), VENUES)) {
            mailing.nanosToAll(PER_VENUE / 5);
            mailing.sequentialNanos(IN_SEQUENCE / 5);
            for (int run = 0; run < runs; run++) {
                sequence.add(mailing.sequentialNanos(IN_SEQUENCE) / IN_SEQUENCE, 0);
                all.add(mailing.nanosToAll(PER_VENUE) / (VENUES * PER_VENUE), 0);
                if (run % 2 == 0) {
                    calm.add(mailing.nanosWithout(HANGING, PER_VENUE), 0);
                }
                hanging.add(mailing.nanosWhileHanging(HANGING, PER_VENUE), 0);
                if (run % 2 == 1) {
                    calm.add(mailing.nanosWithout(HANGING, PER_VENUE), 0);
                }
            }
            long before = LiveHeap.of(stage.server()).bytes();
            mailing.leaveWaiting(WAITING);
            heap = LiveHeap.of(stage.server()).bytes() - before;
        }
        Times times = new Times();
        List.of(sequence, all, calm, hanging).forEach(times::add);
        return new Section(
                "Delivery",
                Figures.count(VENUES * PER_VENUE) + " messages of 500 bytes, put into the outbox by SQL, wait for "
                        + VENUES
                        + " venues that answer after 50 ms; the time from the first message's arrival to the last answer,"
                        + " signatures and the change of each row in the database included. Keycloak's own drainer is its class"
                        + " `OutboxDrainerTask` in the same server with Keycloak's HTTP client and "
                        + Figures.count(IN_SEQUENCE)
                        + " of the same messages, unsigned, in batches of 50 without a pause between them.",
                times.table(),
                List.of(
                        new RateLimit("messages a second, to Keycloak's own drainer", all, sequence, 20),
                        new RatioLimit("90 venues while 10 more hang, to 90 alone", hanging, calm, 1.2),
                        new AmountLimit(
                                "live heap more while " + Figures.count(WAITING) + " messages wait for a dead venue",
                                Math.max(0, heap / 1_000_000),
                                HEAP_MEGABYTES,
                                "MB")));
    }
}
