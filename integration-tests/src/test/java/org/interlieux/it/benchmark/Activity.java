package org.interlieux.it.benchmark;

/** Something to measure. */
interface Activity {
    /** Not timed: comes to where the activity begins. */
    default void prepare() {}

    /** Timed. Gives the size of what the server sent, in bytes; throws when it did not send what it should. */
    int perform();

    /** Not timed: makes the same possible once more. */
    default void putBack() {}
}
