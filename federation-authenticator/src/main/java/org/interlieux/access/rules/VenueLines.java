package org.interlieux.access.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Duration;
import org.interlieux.venue.Venue;

/** One line for each venue and address on this server: what an admin corrects is tried at once. */
final class VenueLines {
    private static final int MAX_LINES = 10_000;

    private record Key(String venueId, URI url) {}

    private final Cache<Key, VenueLine> lines = Caffeine.newBuilder()
            .maximumSize(MAX_LINES)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final Duration rest;

    VenueLines(Duration rest) {
        this.rest = rest;
    }

    VenueLine to(Venue venue, URI url) {
        return lines.get(new Key(venue.id(), url), key -> new VenueLine(venue.alias(), rest));
    }
}
