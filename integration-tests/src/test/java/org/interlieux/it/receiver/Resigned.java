package org.interlieux.it.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Letters signed anew by those who did not write our code: the official library and the JDK. */
final class Resigned {
    private final String key;

    Resigned(String key) {
        this.key = key;
    }

    /** As if it had been sent at that time. */
    Letter at(Instant time, Letter letter) {
        try {
            String signature = new Webhook(key).sign(letter.header(Letter.ID), time.getEpochSecond(), letter.body());
            return letter.with(Letter.TIMESTAMP, String.valueOf(time.getEpochSecond()))
                    .with(Letter.SIGNATURE, signature);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With Frappe's header for another body. */
    Letter forFrappe(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
            return new Letter(
                    Map.of(Letter.FRAPPE_SIGNATURE, Base64.getEncoder().encodeToString(signature)), body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the official library says. */
    boolean accepts(Letter letter) {
        Map<String, List<String>> headers = letter.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        try {
            new Webhook(key).verify(letter.body(), headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }
}
