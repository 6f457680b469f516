package org.interlieux.demo.frappe;

/** Frappe versions that answer differently; each is the base of a Dodock version that venues run. */
public enum Generation {
    /** Dodock 2: does not say why a method cannot be called. */
    FRAPPE_13,
    /** Dodock 3. */
    FRAPPE_14,
    /** And 16. */
    FRAPPE_15;

    boolean isAtLeast(Generation other) {
        return compareTo(other) >= 0;
    }
}
