package org.interlieux.venue.picker;

import java.util.List;
import org.interlieux.venue.VenuePage;

/**
 * A page of what a search found, as the template shows it.
 *
 * @param search what was looked for; empty for all venues
 * @param first index of the first venue on this page, from 0
 * @param total how many the search found on all pages
 * @param previous index where the page before begins, -1 when this is the first
 * @param next index where the next page begins, -1 when this is the last
 */
public record VenueResults(List<VenueCard> venues, String search, int first, int total, int previous, int next) {
    static final int PAGE_SIZE = 25;

    /** A page that begins behind the last venue, because the search changed meanwhile, is the first one instead. */
    static VenueResults find(OfferedVenues offered, VenueSearch search, int first) {
        VenuePage found = offered.find(search, first, PAGE_SIZE);
        if (found.venues().isEmpty() && first > 0) {
            return find(offered, search, 0);
        }
        return new VenueResults(
                VenueCard.of(found.venues()),
                search.text(),
                first,
                found.total(),
                first == 0 ? -1 : Math.max(0, first - PAGE_SIZE),
                found.next());
    }

    /** Number of the last venue on this page, counted from 1. */
    public int last() {
        return first + venues.size();
    }
}
