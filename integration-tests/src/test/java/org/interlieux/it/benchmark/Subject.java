package org.interlieux.it.benchmark;

/** An activity under the name that its figures are printed with. */
record Subject(String name, Activity activity) {}
