package org.interlieux.venue.login;

import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.representations.JsonWebToken;

/** What an id_token must hold beyond what Keycloak's broker checks (OpenID Connect Core, sections 2 and 3.1.3.7). */
final class IdTokenRules {
    /** How far the clocks of a venue and of this server may differ, in seconds. */
    private static final int CLOCK_SKEW_SECONDS = 60;

    /**
     * Why a token is refused.
     *
     * @param messageKey for the member
     * @param whatToDo for the admin
     */
    record Problem(String messageKey, String whatToDo) {}

    private IdTokenRules() {}

    static Optional<Problem> problem(JsonWebToken token) {
        if (VenueIdentityProvider.isBlank(token.getSubject())) {
            return Optional.of(new Problem(
                    VenueMessages.NO_SUBJECT,
                    "Its id_token names no subject: this member's account there has no 'sub'"));
        }
        if (token.getExp() == null || token.getIat() == null) {
            return Optional.of(new Problem(VenueMessages.ID_TOKEN, "Its id_token lacks exp or iat"));
        }
        if (token.getIat() > Time.currentTimeSeconds() + CLOCK_SKEW_SECONDS) {
            return Optional.of(
                    new Problem(VenueMessages.ID_TOKEN, "Its id_token is from the future: check the site's clock"));
        }
        return Optional.empty();
    }

    /** Turns what Keycloak says about a refused token into what an admin can do. */
    static String advice(String problem) {
        if (problem.startsWith("Wrong issuer")) {
            return problem + ". If the first is right, set it as issuer";
        }
        if (problem.contains("signature")) {
            return "The signature of its id_token is wrong: check that the client secret, or the keys, are the venue's";
        }
        return "Its id_token is refused: " + problem;
    }
}
