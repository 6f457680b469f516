package org.interlieux.venue;

import java.util.List;

/**
 * A page of venues.
 *
 * @param total how many there are on all pages
 * @param next where the next page begins, -1 when this is the last
 */
public record VenuePage(List<Venue> venues, int total, int next) {}
