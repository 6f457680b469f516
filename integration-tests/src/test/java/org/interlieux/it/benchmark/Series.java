package org.interlieux.it.benchmark;

import java.util.List;

/**
 * Runs subjects in turn, A B C B C A C A B …, so that whatever else the machine does meanwhile falls on all of them, and none always
 * follows the same other.
 */
record Series(int warmUps, int runs) {

    List<Samples> measure(List<Subject> subjects) {
        List<Samples> samples =
                subjects.stream().map(subject -> new Samples(subject.name())).toList();
        for (int round = -warmUps; round < runs; round++) {
            for (int turn = 0; turn < subjects.size(); turn++) {
                int chosen = Math.floorMod(round + turn, subjects.size());
                run(subjects.get(chosen).activity(), samples.get(chosen), round >= 0);
            }
        }
        return samples;
    }

    private static void run(Activity activity, Samples samples, boolean counts) {
        activity.prepare();
        long start = System.nanoTime();
        int bytes = activity.perform();
        long took = System.nanoTime() - start;
        if (counts) {
            samples.add(took, bytes);
        }
        activity.putBack();
    }
}
