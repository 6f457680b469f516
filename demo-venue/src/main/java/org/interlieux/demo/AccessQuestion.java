package org.interlieux.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An access question that reached the site, as it was asked. */
public record AccessQuestion(
        @Nullable String user,
        @Nullable String subject,
        @Nullable String homeVenue,
        @Nullable String hostVenue,
        Authentication authentication,
        Instant at) {

    /** How the asker showed who it is. */
    public enum Authentication {
        MEMBER_TOKEN,
        API_KEY,
        NONE,
        /** Something was sent that this site does not accept. */
        REFUSED
    }
}
