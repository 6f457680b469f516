package org.interlieux.visit.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that let a venue see that a message is ours: Standard Webhooks 1.0.0, and Frappe's own for Dokos sites. */
public record WebhookSignature(List<String> keys, boolean frappe) {
    private static final String PREFIX = "whsec_";

    /**
     * Signs one attempt.
     *
     * @param at the time of this attempt; receivers refuse one that is minutes away from their own
     */
    Map<String, String> headers(String webhookId, Instant at, String body) {
        String timestamp = String.valueOf(at.getEpochSecond());
        byte[] signed = (webhookId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", webhookId);
        headers.put("webhook-timestamp", timestamp);
        headers.put(
                "webhook-signature",
                keys.stream()
                        .map(key -> "v1," + base64(Hmac.sha256(bytes(key), signed)))
                        .collect(Collectors.joining(" ")));
        if (frappe) {
            // A Frappe admin pastes the whole text, so its bytes are the key.
            byte[] key = keys.get(0).getBytes(StandardCharsets.UTF_8);
            headers.put("X-Frappe-Webhook-Signature", base64(Hmac.sha256(key, body.getBytes(StandardCharsets.UTF_8))));
        }
        return headers;
    }

    private static byte[] bytes(String key) {
        return Base64.getDecoder().decode(key.substring(PREFIX.length()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
