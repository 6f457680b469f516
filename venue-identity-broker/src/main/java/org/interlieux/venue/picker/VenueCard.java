package org.interlieux.venue.picker;

import java.net.URI;
import org.interlieux.venue.Venue;

/** A venue as pages show it. */
public record VenueCard(
        String alias, String name, String abbreviation, String city, String site, String color, String initials) {

    public static VenueCard of(Venue venue) {
        return new VenueCard(
                venue.alias(),
                venue.name(),
                venue.abbreviation().orElse(""),
                venue.city().orElse(""),
                venue.siteUrl().map(VenueCard::host).orElse(""),
                venue.color(),
                venue.initials());
    }

    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host;
    }
}
