package org.interlieux.venue.directory;

import java.util.List;

/**
 * A page of venues, by alias.
 *
 * @param total how many there are on all pages
 */
public record FoundVenues(List<String> aliases, int total) {

    static FoundVenues page(List<ListedVenue> venues, int first, int max) {
        List<String> aliases =
                venues.stream().skip(first).limit(max).map(ListedVenue::alias).toList();
        return new FoundVenues(aliases, venues.size());
    }
}
