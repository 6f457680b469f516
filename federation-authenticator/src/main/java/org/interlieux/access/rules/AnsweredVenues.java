package org.interlieux.access.rules;

import org.interlieux.venue.Venue;

/** Which venues have ever answered yes or no: one that did has the app, so its silence is no permission. */
interface AnsweredVenues {
    boolean hasAnswered(Venue venue);

    /** It has just answered yes or no. */
    void answered(Venue venue);

    /** It has just said that it does not have the app, although it answered before. */
    void gone(Venue venue);
}
