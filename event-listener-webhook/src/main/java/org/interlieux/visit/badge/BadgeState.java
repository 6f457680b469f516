package org.interlieux.visit.badge;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;

/** What the badge page has to say. */
enum BadgeState {
    /** The member's visit is open. */
    HERE(Status.OK),
    /** They said that they leave. */
    LEFT(Status.OK),
    /** Their visit ended for another reason. */
    ENDED(Status.OK),

    /** A login came back without a visit: the member said "Not now", or went back from a refusal. */
    DECLINED(Status.OK),
    /** … it took too long, or the client is not set up as it should be. */
    FAILED(Status.OK),
    /** … it worked, but this browser did not keep it. */
    UNSEEN(Status.OK),
    /** … it worked, and the visit is over already. */
    OVER(Status.OK),

    /** Somebody wants to leave who is not logged in. */
    LOGGED_OUT(Status.FORBIDDEN),
    /** … by a form that is not from this page. */
    NOT_SENT(Status.FORBIDDEN),
    /** … who is nowhere. */
    NOT_HERE(Status.CONFLICT),
    /** … who is at another venue. */
    ELSEWHERE(Status.CONFLICT),

    /** There is no such venue. */
    UNKNOWN(Status.NOT_FOUND),
    /** The venue has no badge page. */
    NO_PAGE(Status.NOT_FOUND),
    /** The venue is disabled. */
    CLOSED(Status.FORBIDDEN);

    private static final EnumSet<BadgeState> AFTER_LOGIN = EnumSet.of(DECLINED, FAILED, UNSEEN, OVER);

    private final Status status;

    BadgeState(Status status) {
        this.status = status;
    }

    Status status() {
        return status;
    }

    /** In addresses and in the names of messages. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One of those that a login can end in. */
    static Optional<BadgeState> afterLogin(String word) {
        return AFTER_LOGIN.stream().filter(state -> state.word().equals(word)).findFirst();
    }

    /**
     * What a login ended in that opened no visit.
     *
     * @param answer what Keycloak sent the browser back with
     * @param loggedIn whether the browser sent the cookie of a login
     */
    static BadgeState afterLogin(MultivaluedMap<String, String> answer, boolean loggedIn) {
        String error = answer.getFirst(OAuth2Constants.ERROR);
        if (error == null) {
            return loggedIn ? OVER : UNSEEN;
        }
        return error.equals(OAuthErrorException.ACCESS_DENIED) ? DECLINED : FAILED;
    }
}
