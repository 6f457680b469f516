package org.interlieux.venue.picker;

import java.util.List;
import org.interlieux.venue.VenuePage;

/**
 * What the picker's template shows.
 *
 * @param first index of the first venue on this page, from 0
 * @param previous index where the page before begins, -1 when this is the first
 * @param next index where the next page begins, -1 when this is the last
 */
public record PickerPage(List<VenueCard> venues, String search, int first, int previous, int next) {

    static PickerPage of(VenuePage found, String search, int first, int pageSize) {
        return new PickerPage(
                found.venues().stream().map(VenueCard::of).toList(),
                search,
                first,
                first == 0 ? -1 : Math.max(0, first - pageSize),
                found.next());
    }
}
