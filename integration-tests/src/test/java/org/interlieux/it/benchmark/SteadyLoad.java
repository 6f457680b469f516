package org.interlieux.it.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Starts activities at fixed times, whether the ones before have ended or not: as people do who come to a door.
 *
 * @param perSecond of all subjects together, which take turns
 */
record SteadyLoad(int perSecond, Duration duration) {

    /** Adds each run's time to the samples with the index of its subject. */
    void run(List<Activity> subjects, List<Samples> samples) throws InterruptedException, ExecutionException {
        long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long start = System.nanoTime();
        ExecutorService people = Executors.newCachedThreadPool();
        try {
            List<Future<?>> runs = IntStream.range(0, (int) (duration.toSeconds() * perSecond))
                    .<Future<?>>mapToObj(number -> {
                        waitUntil(start + number * pause);
                        int subject = number % subjects.size();
                        return people.submit(() -> run(subjects.get(subject), samples.get(subject)));
                    })
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            people.shutdownNow();
        }
    }

    private static void run(Activity activity, Samples samples) {
        long start = System.nanoTime();
        int bytes = activity.perform();
        long took = System.nanoTime() - start;
        synchronized (samples) {
            samples.add(took, bytes);
        }
    }

    private static void waitUntil(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
