package org.interlieux.venue.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What must hold before a venue is asked for tokens. */
record CallbackRules(VenueOpenIdConfig venue, LoginRefusals refusals) {
    private static final String ASKED_VENUE = "interlieux.asked-venue";

    /** Endpoints that nobody set by hand and that discovery could not find out leave nowhere to go. */
    void checkEndpoints() {
        if (VenueIdentityProvider.isBlank(venue.getAuthorizationUrl())
                || VenueIdentityProvider.isBlank(venue.getTokenUrl())) {
            throw refusals.of(
                    VenueMessages.DISCOVERY, "Its endpoints are not known: check discoveryUrl, or set them by hand");
        }
    }

    /** Remembers which venue a login was sent to. */
    void send(AuthenticationSessionModel login) {
        login.setAuthNote(ASKED_VENUE, venue.getInternalId());
    }

    /** An answer for a login that was sent to another venue was slipped in: this venue must not see that one's code. */
    void checkAsked(AuthenticationSessionModel login) {
        if (!venue.getInternalId().equals(login.getAuthNote(ASKED_VENUE))) {
            throw refusals.of(VenueMessages.ID_TOKEN, "Its answer is for a login that was sent to another venue");
        }
    }

    /**
     * RFC 9207: an answer that names its issuer must name this venue's, or another venue's answer was slipped in.
     *
     * @param named the parameter {@code iss} of the answer
     */
    void checkIssuer(@Nullable String named) {
        String issuers = String.valueOf(venue.getIssuer());
        boolean known = named != null && List.of(issuers.split("\\s*,\\s*")).contains(named);
        if (!known && (named != null || venue.isIssuerNamedInAnswers())) {
            throw refusals.of(
                    VenueMessages.ID_TOKEN, "Its answer names the issuer " + named + " instead of " + issuers);
        }
    }
}
