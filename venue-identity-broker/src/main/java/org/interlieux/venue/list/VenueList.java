package org.interlieux.venue.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.interlieux.venue.VenuePage;
import org.interlieux.venue.picker.VenueCard;
import org.jspecify.annotations.Nullable;

/**
 * A page of venues as JSON.
 *
 * @param total how many there are on all pages
 * @param next where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VenueList(int total, @Nullable Integer next, List<VenueCard> venues) {

    static VenueList of(VenuePage page) {
        return new VenueList(
                page.total(),
                page.next() < 0 ? null : page.next(),
                page.venues().stream().map(VenueCard::of).toList());
    }
}
