package org.interlieux.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a login brings along from the member's home venue, fetched only by a rule that needs it. */
public interface FromHome {

    /**
     * The member's own access token at their home venue. Send it to the home venue only.
     *
     * @param limit the most that refreshing it may take
     * @return empty when there is none
     */
    Optional<String> memberToken(Duration limit);

    /**
     * What the home venue released at the last login there.
     *
     * @param path of the claim, as the venue's setting {@code accessClaim} has it
     * @return the values as text, none when the claim was absent; empty when it is not known any more
     */
    Optional<List<String>> released(String path);

    /** When nobody is logging in, nothing is brought along. */
    FromHome NOTHING = new FromHome() {
        @Override
        public Optional<String> memberToken(Duration limit) {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> released(String path) {
            return Optional.empty();
        }
    };
}
