package org.interlieux.demo.method;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.javalin.http.Context;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interlieux.demo.site.Digests;
import org.interlieux.demo.site.Site;

/** Checks who sent a webhook. */
final class WebhookSignatures {
    private static final String FRAPPE_HEADER = "X-Frappe-Webhook-Signature";

    private final Site site;

    WebhookSignatures(Site site) {
        this.site = site;
    }

    /**
     * Refuses what is not signed with the site's key.
     *
     * @return whether Frappe's own header was there too, and right
     */
    boolean check(Context request) {
        String key = site.webhookKey().orElseThrow(FrappeException::badToken);
        checkStandardSignature(key, request);
        String frappe = request.header(FRAPPE_HEADER);
        if (frappe == null) {
            return false;
        }
        byte[] expected = Digests.hmacSha256(key.getBytes(UTF_8), request.bodyAsBytes());
        if (!Digests.same(Base64.getEncoder().encodeToString(expected), frappe)) {
            throw FrappeException.badToken();
        }
        return true;
    }

    private static void checkStandardSignature(String key, Context request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of(
                Webhook.UNBRANDED_MSG_ID_KEY,
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY,
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY)) {
            String value = request.header(name);
            headers.put(name, value == null ? List.of() : List.of(value));
        }
        try {
            new Webhook(key).verify(new String(request.bodyAsBytes(), UTF_8), headers);
        } catch (WebhookVerificationException e) {
            throw FrappeException.badToken();
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException("The site's webhook key is empty", e);
        }
    }
}
