package org.interlieux.venue.claims;

import org.interlieux.venue.Venue;
import org.keycloak.models.UserModel;
import org.keycloak.representations.IDToken;

/** The address that a host's site may see. Many sites log people in by it, so an unverified one is never released. */
public enum ReleasedEmail {
    NONE {
        @Override
        void write(IDToken token, Venue host, UserModel user) {
            remove(token);
        }
    },
    /** One address per member and host that nobody can receive mail at (RFC 2606 keeps {@code .invalid} free). */
    PSEUDONYM {
        @Override
        void write(IDToken token, Venue host, UserModel user) {
            put(token, PairwiseSubject.of(host, user.getId()) + "@" + host.alias() + ".invalid", true);
        }
    },
    VERIFIED {
        @Override
        void write(IDToken token, Venue host, UserModel user) {
            if (user.isEmailVerified() && user.getEmail() != null) {
                put(token, user.getEmail(), true);
            } else {
                remove(token);
            }
        }
    };

    abstract void write(IDToken token, Venue host, UserModel user);

    /**
     * Reads the mapper's setting.
     *
     * @throws IllegalArgumentException when the setting is unknown
     */
    public static ReleasedEmail of(String setting) {
        return switch (setting) {
            case "", "none" -> NONE;
            case "pseudonym" -> PSEUDONYM;
            case "verified" -> VERIFIED;
            default ->
                throw new IllegalArgumentException(
                        "emailClaim must be none, pseudonym or verified (it is '" + setting + "')");
        };
    }

    private static void put(IDToken token, String email, boolean verified) {
        token.getOtherClaims().remove(IDToken.EMAIL);
        token.getOtherClaims().remove(IDToken.EMAIL_VERIFIED);
        token.setEmail(email);
        token.setEmailVerified(verified);
    }

    @SuppressWarnings("NullAway") // Keycloak reads null as "no such claim"
    static void remove(IDToken token) {
        token.getOtherClaims().remove(IDToken.EMAIL);
        token.getOtherClaims().remove(IDToken.EMAIL_VERIFIED);
        token.setEmail(null);
        token.setEmailVerified(null);
    }
}
