package org.interlieux.it.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** Ways to sign a token, right and wrong. Each takes the claims as JSON and gives the token. */
public final class Signatures {
    private Signatures() {}

    public static RSAKey newKey(String keyId) {
        try {
            return new RSAKeyGenerator(2048).keyID(keyId).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static UnaryOperator<String> rs256(RSAKey key) {
        return claims -> {
            try {
                return sign(JWSAlgorithm.RS256, key.getKeyID(), claims, new RSASSASigner(key));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** With a secret; the key's id is that of a public key, as who mixes up the two would have it. */
    public static UnaryOperator<String> hs256(byte[] secret, String keyId) {
        return claims -> {
            try {
                return sign(JWSAlgorithm.HS256, keyId, claims, new MACSigner(secret));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** RFC 7519, section 6: {@code alg} is {@code none}, and there is no signature. */
    public static UnaryOperator<String> none() {
        return claims -> encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encode(claims) + ".";
    }

    /** Signed by somebody else under the name of that key. */
    public static UnaryOperator<String> forged(RSAKey key) {
        return rs256(newKey(key.getKeyID()));
    }

    private static String sign(JWSAlgorithm algorithm, String keyId, String claims, JWSSigner signer)
            throws JOSEException {
        JWSObject token =
                new JWSObject(new JWSHeader.Builder(algorithm).keyID(keyId).build(), new Payload(claims));
        token.sign(signer);
        return token.serialize();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
