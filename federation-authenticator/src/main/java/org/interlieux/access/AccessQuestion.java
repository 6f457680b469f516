package org.interlieux.access;

import org.interlieux.venue.Member;
import org.interlieux.venue.Venue;

/**
 * May this member enter this host venue now?
 *
 * @param fromHome what the login brings along from the home venue
 * @param trial whether an admin wants to see what would happen: then nothing is remembered
 */
public record AccessQuestion(Member member, Venue host, FromHome fromHome, boolean trial) {
    public Venue home() {
        return member.home();
    }
}
