package org.interlieux.access.rules;

import org.interlieux.venue.Venue;

/** Which venues have ever answered yes or no: one that did has the app, so its silence is no permission. */
interface AnsweredVenues {
    boolean hasAnswered(Venue venue);

    void remember(Venue venue);
}
