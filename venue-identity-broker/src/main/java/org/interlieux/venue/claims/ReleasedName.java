package org.interlieux.venue.claims;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.representations.IDToken;

/**
 * The name that a host's site may see: what the federation decided for host venues, whatever the client's scopes would
 * add. The account's name is never released: it is the same at every host, and hosts could compare notes by it.
 */
final class ReleasedName {
    private static final List<String> CLAIMS = List.of(
            IDToken.NAME,
            IDToken.GIVEN_NAME,
            IDToken.FAMILY_NAME,
            IDToken.MIDDLE_NAME,
            IDToken.NICKNAME,
            IDToken.PREFERRED_USERNAME,
            "upn", // of the stock scope microprofile-jwt
            IDToken.PROFILE,
            IDToken.PICTURE,
            IDToken.WEBSITE);

    private ReleasedName() {}

    /** Replaces the names in a token that has any; a token without a name stays without one. */
    @SuppressWarnings("NullAway") // Keycloak reads null as "no such claim"
    static void write(IDToken token, Optional<String> shown) {
        boolean named = Stream.of(token.getName(), token.getGivenName(), token.getFamilyName())
                        .anyMatch(Objects::nonNull)
                || CLAIMS.stream().anyMatch(token.getOtherClaims()::containsKey);
        CLAIMS.forEach(token.getOtherClaims()::remove);
        token.setName(named ? shown.orElse(null) : null);
        token.setGivenName(null);
        token.setFamilyName(null);
        token.setMiddleName(null);
        token.setNickName(null);
        token.setPreferredUsername(null);
        token.setProfile(null);
        token.setPicture(null);
        token.setWebsite(null);
    }
}
