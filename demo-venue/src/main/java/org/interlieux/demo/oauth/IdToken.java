package org.interlieux.demo.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.interlieux.demo.Faults;
import org.interlieux.demo.Member;
import org.interlieux.demo.OAuthClient;
import org.interlieux.demo.site.Digests;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.store.Json;
import org.jspecify.annotations.Nullable;

/** Frappe's id_token: HS256 with the client's secret, no key id. */
final class IdToken {
    private static final int SHORTEST_KEY_BYTES = 32;

    private final Site site;

    IdToken(Site site) {
        this.site = site;
    }

    String sign(MemberToken token, OAuthClient client) {
        Member member = site.memberByEmail(token.email())
                .orElseThrow(() -> new OAuthException("invalid_grant", "This member has left."));
        Faults faults = site.faults();
        Map<String, @Nullable Object> claims = faults.idToken(claims(token, member));
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .build();
        try {
            String json = Json.LENIENT.writeValueAsString(claims);
            if (faults.idTokenForger().isPresent()) {
                return faults.idTokenForger().get().apply(json);
            }
            JWSObject jws = new JWSObject(header, new Payload(json));
            jws.sign(new MACSigner(key(faults.idTokenSecret(client.clientSecret()))));
            return jws.serialize();
        } catch (JsonProcessingException | JOSEException e) {
            throw new IllegalStateException("The id_token cannot be made", e);
        }
    }

    private Map<String, @Nullable Object> claims(MemberToken token, Member member) {
        Instant now = site.clock().instant();
        Map<String, @Nullable Object> claims = MemberClaims.of(site, member);
        claims.put("aud", token.clientId());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(Grants.TOKEN_LIFE).getEpochSecond());
        claims.put("at_hash", accessTokenHash(token.accessToken()));
        if (token.nonce() != null) {
            claims.put("nonce", token.nonce());
        }
        return claims;
    }

    /** OpenID Connect Core, section 3.1.3.6: the left half of the digest. */
    private static String accessTokenHash(String accessToken) {
        byte[] digest = Digests.sha256(accessToken.getBytes(US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }

    /**
     * Frappe signs with secrets as short as 10 characters, which the library refuses. HMAC itself fills a short key up
     * with zeros, so filling it up here gives the very signature that Frappe would make.
     */
    private static byte[] key(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return Arrays.copyOf(bytes, Math.max(bytes.length, SHORTEST_KEY_BYTES));
    }
}
