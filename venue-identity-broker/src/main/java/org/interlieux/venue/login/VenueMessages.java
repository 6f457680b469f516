package org.interlieux.venue.login;

/** Message keys of what a member reads when their venue's answer cannot carry a login. */
final class VenueMessages {
    static final String ID_TOKEN = "interlieux.login.idToken";
    static final String NO_SUBJECT = "interlieux.login.noSubject";
    static final String LINKING = "interlieux.login.linking";
    static final String DISCOVERY = "interlieux.login.discovery";
    static final String UNREACHABLE = "interlieux.login.unreachable";

    private VenueMessages() {}
}
