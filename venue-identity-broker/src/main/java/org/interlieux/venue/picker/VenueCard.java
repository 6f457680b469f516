package org.interlieux.venue.picker;

import java.net.URI;
import java.util.List;
import org.interlieux.venue.ForeignText;
import org.interlieux.venue.Venue;

/** A venue as pages show it. */
public record VenueCard(
        String alias, String name, String abbreviation, String city, String site, String color, String initials) {
    /** In characters. Nobody reads more at a door, and a page of venues keeps its size. */
    private static final int LONGEST = 80;

    public static VenueCard of(Venue venue) {
        return new VenueCard(
                venue.alias(),
                cut(venue.name()),
                venue.abbreviation().map(VenueCard::cut).orElse(""),
                venue.city().map(VenueCard::cut).orElse(""),
                venue.siteUrl().map(VenueCard::host).orElse(""),
                venue.color(),
                venue.initials());
    }

    static List<VenueCard> of(List<Venue> venues) {
        return venues.stream().map(VenueCard::of).toList();
    }

    private static String cut(String text) {
        return ForeignText.clean(text, LONGEST).orElse("");
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }
}
