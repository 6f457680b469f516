package org.interlieux.visit.delivery;

/** How it stands between us and a receiver. */
public enum Standing {
    /** It is told as soon as something happens. */
    OK,
    /** Nothing has arrived for a day: its deliveries wait behind one probe. */
    FAILING,
    /** It answered 410: nothing is sent until an admin says so. */
    PAUSED,
    /** The venue or its realm is removed, and what it left is about to be. */
    GONE
}
