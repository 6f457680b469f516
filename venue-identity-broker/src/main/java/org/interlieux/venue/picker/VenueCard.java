package org.interlieux.venue.picker;

import java.net.URI;
import org.interlieux.venue.Venue;

/** A venue as pages show it. */
public record VenueCard(String alias, String name, String initials, String color, String city, String site) {

    public static VenueCard of(Venue venue) {
        return new VenueCard(
                venue.alias(),
                venue.name(),
                venue.initials(),
                venue.color(),
                venue.city().orElse(""),
                venue.siteUrl().map(VenueCard::host).orElse(""));
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }
}
