package org.interlieux.it.benchmark;

import java.util.List;

/**
 * What a chapter found out.
 *
 * @param text how it was measured
 * @param limits those that the figures must keep
 */
record Section(String title, String text, Table table, List<Limit> limits) {}
