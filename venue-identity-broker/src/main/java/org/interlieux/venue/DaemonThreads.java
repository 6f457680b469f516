package org.interlieux.venue;

import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Makes threads of our own that say whose they are and keep no server from ending. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /**
     * For an executor.
     *
     * @param purpose what they do; their names begin with {@code interlieux-} and this
     */
    public static ThreadFactory named(String purpose) {
        ThreadFactory threads = Executors.defaultThreadFactory();
        return task -> {
            Thread thread = threads.newThread(task);
            thread.setName("interlieux-" + purpose + "-" + thread.getName());
            thread.setDaemon(true);
            return thread;
        };
    }
}
