package org.interlieux.visit.arrival;

import org.interlieux.venue.picker.VenueCard;

/**
 * What the arrival page's template shows.
 *
 * @param memberName empty when the venue released none
 * @param shownToHost what the host venue will read as the member's name, empty for none
 * @param movingFrom the venue where an open visit will end, empty when there is none
 * @param hasEmail whether the home venue released an address, which it will read again
 * @param homeIsTold whether the home venue receives this visit
 * @param hostIsTold whether the host venue receives this visit
 * @param atHome whether home and host are the same venue
 */
public record ArrivalView(
        String memberName,
        VenueCard home,
        VenueCard host,
        String shownToHost,
        String movingFrom,
        boolean hasEmail,
        boolean homeIsTold,
        boolean hostIsTold,
        boolean atHome) {}
