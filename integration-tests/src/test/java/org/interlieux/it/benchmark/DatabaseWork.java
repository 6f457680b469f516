package org.interlieux.it.benchmark;

import java.util.stream.IntStream;

/** What the server asked its database for: statements executed, and rows that their results or changes had. */
record DatabaseWork(long statements, long rows) {
    private static final int TRIES = 5;

    /**
     * Of one activity. It is tried some times, and the least counts: what the server does in the background can only add to it.
     *
     * @param before brings the server's caches into the state that the activity shall find them in
     */
    static DatabaseWork of(Activity activity, DatabaseMeter meter, Runnable before) {
        return IntStream.range(0, TRIES)
                .mapToObj(attempt -> {
                    activity.prepare();
                    before.run();
                    meter.reset();
                    activity.perform();
                    DatabaseWork work = meter.read();
                    activity.putBack();
                    return work;
                })
                .reduce(DatabaseWork::least)
                .orElseThrow();
    }

    private DatabaseWork least(DatabaseWork other) {
        return new DatabaseWork(Math.min(statements, other.statements), Math.min(rows, other.rows));
    }
}
