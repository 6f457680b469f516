package org.interlieux.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;

/**
 * May this member enter this host venue now?
 *
 * @param memberToken the member's own access token at their home venue; fetched only by a rule that needs it
 */
public record AccessQuestion(Member member, Venue host, Supplier<Optional<String>> memberToken) {
    public Venue home() {
        return member.home();
    }
}
