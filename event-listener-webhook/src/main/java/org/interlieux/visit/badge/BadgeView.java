package org.interlieux.visit.badge;

import org.interlieux.venue.picker.VenueCard;
import org.interlieux.visit.member.Stay;
import org.jspecify.annotations.Nullable;

/**
 * What the badge page's template shows.
 *
 * @param state a word for what there is to say; the texts are named after it
 * @param venue null when there is no such venue
 * @param stay the visit that is open or was ended, null where there is none
 * @param visitId its id, empty where there is none
 * @param elsewhere the venue where the member is instead, null when that is not so
 * @param page the badge page's address, empty when there is none
 * @param elsewherePage that of the other venue, empty when there is none
 * @param myVisits where the member's visits are
 * @param formToken see {@code LoggedIn}
 */
public record BadgeView(
        String state,
        @Nullable VenueCard venue,
        @Nullable Stay stay,
        String visitId,
        @Nullable VenueCard elsewhere,
        String page,
        String elsewherePage,
        String myVisits,
        String formToken) {}
