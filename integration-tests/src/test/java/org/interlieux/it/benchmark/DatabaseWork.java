package org.interlieux.it.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the server asked its database for: statements executed, and rows that their results or changes had. */
record DatabaseWork(long statements, long rows) {
    private static final int TRIES = 5;

    /**
     * Of one activity: the median of some tries. What the server does in the background adds to one try, and may have read what the
     * next one needs.
     *
     * @param before brings the server's caches into the state that the activity shall find them in
     */
    static DatabaseWork of(Activity activity, DatabaseMeter meter, Runnable before) {
        List<DatabaseWork> tries = IntStream.range(0, TRIES)
                .mapToObj(attempt -> {
                    activity.prepare();
                    before.run();
                    meter.reset();
                    activity.perform();
                    DatabaseWork work = meter.read();
                    activity.putBack();
                    return work;
                })
                .sorted(Comparator.comparing(DatabaseWork::rows).thenComparing(DatabaseWork::statements))
                .toList();
        return tries.get(TRIES / 2);
    }
}
