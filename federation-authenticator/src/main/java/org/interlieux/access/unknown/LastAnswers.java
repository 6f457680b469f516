package org.interlieux.access.unknown;

import java.time.Instant;
import java.util.Optional;
import org.interlieux.access.AccessQuestion;

/** The last granted answers of home venues; a denial wipes out the member's. */
interface LastAnswers {
    void granted(AccessQuestion question, Instant at);

    void denied(AccessQuestion question);

    /** When this member was last let into this host venue by this home venue, with no denial since. */
    Optional<Instant> lastGrant(AccessQuestion question);
}
