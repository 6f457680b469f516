package org.interlieux.it.openid;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The codes that are out. Each may be redeemed once, by who can prove that they asked for it (RFC 7636). */
final class OpenIdGrants {
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile boolean proofsMatter = true;

    void reset() {
        codes.clear();
        proofsMatter = true;
    }

    void ignoreProofs() {
        proofsMatter = false;
    }

    String issue(Map<String, String> request) {
        String code = UUID.randomUUID().toString();
        codes.put(code, request);
        return code;
    }

    Answer authorize(Map<String, String> request) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("state", request.getOrDefault("state", ""));
        answer.put("code", issue(request));
        return Answer.redirect(request.get("redirect_uri") + "?" + Form.encode(answer));
    }

    /** The nonce that the code was asked for with. */
    Optional<String> redeem(Map<String, String> request) {
        return Optional.ofNullable(codes.remove(request.getOrDefault("code", "")))
                .filter(asked -> !proofsMatter || proves(request, asked.getOrDefault("code_challenge", "none")))
                .map(asked -> asked.getOrDefault("nonce", ""));
    }

    private static boolean proves(Map<String, String> request, String challenge) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(request.getOrDefault("code_verifier", "").getBytes(US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest)
                    .equals(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
