package org.interlieux.venue;

import java.util.List;

/**
 * A page of venues. It may hold fewer than it could: identity providers that are no venues are left out.
 *
 * @param next where the next page begins, -1 when this is the last
 */
public record VenuePage(List<Venue> venues, int next) {}
