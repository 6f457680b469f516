package org.interlieux.venue.picker;

import java.util.List;

/**
 * What the picker's template shows.
 *
 * @param fromAddress venues that the address in the service's {@code login_hint} belongs to
 * @param recent venues that this device remembers, newest first
 * @param remember whether the box is ticked that lets the device remember the choice
 */
public record PickerPage(
        List<VenueCard> fromAddress,
        List<VenueCard> recent,
        VenueResults found,
        boolean remember,
        PickerScript script) {

    /** Whether venues stand before the search. */
    public boolean hasKnown() {
        return !fromAddress.isEmpty() || !recent.isEmpty();
    }
}
