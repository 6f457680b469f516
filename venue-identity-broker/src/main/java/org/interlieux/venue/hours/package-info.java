/** When a host venue may be entered: OpenStreetMap {@code opening_hours}, evaluated on the venue's own clock. */
@NullMarked
package org.interlieux.venue.hours;

import org.jspecify.annotations.NullMarked;
