package org.interlieux.venue.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The venues of one realm at one moment, in the order of lists.
 *
 * @param all also those that members may not choose
 * @param offered those that they may
 */
record RealmVenues(List<ListedVenue> all, List<ListedVenue> offered) {
    static final RealmVenues NONE = new RealmVenues(List.of(), List.of());

    /** A venue and how well it fits. */
    private record Match(ListedVenue venue, int rank) {}

    static RealmVenues of(Stream<ListedVenue> venues) {
        List<ListedVenue> sorted =
                venues.sorted(Comparator.comparing(ListedVenue::sortKey)).toList();
        return new RealmVenues(
                sorted, sorted.stream().filter(ListedVenue::offered).toList());
    }

    /** The same with some venues read anew; those of them that are not among the new ones are gone. */
    RealmVenues with(Collection<String> readAnew, List<ListedVenue> now) {
        Set<String> replaced = Set.copyOf(readAnew);
        return of(Stream.concat(all.stream().filter(venue -> !replaced.contains(venue.alias())), now.stream()));
    }

    /** Aliases of the venues that may be chosen: best match first, all of them in their order when nothing is wanted. */
    FoundVenues search(Wanted wanted, int first, int max) {
        if (wanted.isEmpty()) {
            return FoundVenues.page(offered, first, max);
        }
        List<Match> matches = new ArrayList<>();
        for (ListedVenue venue : offered) {
            int rank = venue.rank(wanted);
            if (rank != ListedVenue.NO_MATCH) {
                matches.add(new Match(venue, rank));
            }
        }
        matches.sort(Comparator.comparingInt(Match::rank)); // a stable sort keeps the order of names
        return FoundVenues.page(matches.stream().map(Match::venue).toList(), first, max);
    }

    List<String> byEmailDomain(String domain, int max) {
        return offered.stream()
                .filter(venue -> venue.ownsEmailDomain(domain))
                .limit(max)
                .map(ListedVenue::alias)
                .collect(Collectors.toUnmodifiableList());
    }
}
