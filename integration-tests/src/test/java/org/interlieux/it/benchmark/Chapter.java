package org.interlieux.it.benchmark;

/** One thing that the benchmark tells about. */
interface Chapter {
    Section measure(Stage stage) throws Exception;
}
