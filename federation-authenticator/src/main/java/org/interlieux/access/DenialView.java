package org.interlieux.access;

import org.interlieux.venue.picker.VenueCard;
import org.jspecify.annotations.Nullable;

/**
 * What the denial page's template shows.
 *
 * @param outcome {@code denied}, or {@code unknown} when nobody answered
 * @param rule what decided
 * @param reason a word of ours, never shown as it is
 * @param text the venue's own words, empty when it gave none
 * @param opens when a host that is closed opens next, null when that is not known
 * @param mayLogOutAtHome whether the home venue has an address where the member can log out
 */
public record DenialView(
        String outcome,
        String rule,
        String reason,
        String text,
        @Nullable VenueCard home,
        @Nullable VenueCard host,
        HostDoor.@Nullable Opening opens,
        boolean mayLogOutAtHome) {}
