package org.interlieux.it.server;

import java.util.List;

/** A server that was started, wherever it runs. It ends at the latest with this JVM. */
interface RunningServer extends AutoCloseable {
    boolean isAlive();

    /** Of the processes that it consists of, as this machine counts them. */
    List<Long> ids();

    /** At once, as a power cut would end it. */
    void kill();

    /** Lets it finish what it does. */
    @Override
    void close();
}
