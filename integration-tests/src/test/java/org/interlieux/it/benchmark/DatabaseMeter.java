package org.interlieux.it.benchmark;

import java.sql.SQLException;

/** Counts what a database does, for all connections together. */
interface DatabaseMeter extends AutoCloseable {
    void reset();

    /** Since the last reset. */
    DatabaseWork read();

    @Override
    void close() throws SQLException;
}
