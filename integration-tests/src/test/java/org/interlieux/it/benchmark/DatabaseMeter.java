package org.interlieux.it.benchmark;

/** Counts what a database does, for all connections together. */
interface DatabaseMeter {
    void reset();

    /** Since the last reset. */
    DatabaseWork read();
}
