package org.interlieux.access.rules;

import java.util.List;
import java.util.Optional;
import org.interlieux.access.AccessOutcome;
import org.interlieux.access.AccessOutcome.Denied;
import org.interlieux.access.AccessOutcome.Granted;
import org.interlieux.access.AccessOutcome.Unknown;
import org.interlieux.access.AccessQuestion;
import org.interlieux.access.AccessRule;
import org.interlieux.venue.VenueKeys;

/** Lets in whom the home venue's own claims say it of: that a claim is there, or has a value. */
final class ClaimRule implements AccessRule {

    @Override
    public AccessOutcome answer(AccessQuestion question) {
        Optional<String> path = question.home().setting(VenueKeys.ACCESS_CLAIM);
        if (path.isEmpty()) {
            return new Unknown("no-access-claim");
        }
        Optional<List<String>> released = question.fromHome().released(path.get());
        if (released.isEmpty()) {
            return new Unknown(
                    AccessOutcome.CLAIM_NOT_KEPT); // set after this member's last login at home, or there is no login
        }
        Optional<String> wanted = question.home().setting(VenueKeys.ACCESS_CLAIM_VALUE);
        boolean fits =
                wanted.map(released.get()::contains).orElse(!released.get().isEmpty());
        return fits ? new Granted("claim-released") : new Denied("claim-missing");
    }
}
