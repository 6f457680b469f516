package org.interlieux.venue.claims;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.interlieux.venue.Venue;

/**
 * Who a member is for one host venue (OpenID Connect Core, section 8.1): the same at every visit there, and another one
 * at every other host, so that hosts cannot compare notes.
 */
public final class PairwiseSubject {
    private static final int BYTES = 16;

    private PairwiseSubject() {}

    /**
     * 32 lower-case hexadecimal characters, so that sites which ignore case still tell members apart.
     *
     * @throws IllegalStateException when the venue has no salt; saving the venue once in the console gives it one
     */
    public static String of(Venue host, String userId) {
        return of(
                host.memberSalt()
                        .orElseThrow(() -> new IllegalStateException(
                                "Venue " + host.alias() + " has no memberSalt: save it once in the admin console")),
                userId);
    }

    /** For a badge client whose venue is gone: a subject of its own, so that the member's real id is never told. */
    static String ofOrphan(String clientId, String userId) {
        return of("no venue " + clientId, userId);
    }

    private static String of(String salt, String userId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(userId.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
