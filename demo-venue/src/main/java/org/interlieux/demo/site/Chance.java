package org.interlieux.demo.site;

import java.security.SecureRandom;
import java.util.Base64;

/** Values that nobody can guess: codes, tokens, states. */
public final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chance() {}

    /** 256 bits, safe in a URL. */
    public static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
