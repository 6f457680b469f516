package org.interlieux.visit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official Standard Webhooks library is the referee. */
class WebhookSignatureTest {
    private static final String OLD = "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZA==";
    private static final String NEW = "whsec_bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldw==";
    private static final String BODY = "{\"type\":\"visit.entry\",\"name\":\"L’Été\"}";

    @Test
    void receiverAcceptsWhatWeSign() {
        assertThatCode(() -> verify(NEW, headers(List.of(NEW)), BODY)).doesNotThrowAnyException();
    }

    @Test
    void receiverRefusesWhatWasTamperedWith() {
        Map<String, String> headers = headers(List.of(NEW));
        Map<String, String> otherId = new HashMap<>(headers);
        otherId.put("webhook-id", "msg_other");

        assertThatThrownBy(() -> verify(NEW, headers, BODY + " ")).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(NEW, otherId, BODY)).isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> verify(OLD, headers, BODY)).isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void duringARotationBothKeysSign() {
        Map<String, String> headers = headers(List.of(NEW, OLD));

        assertThatCode(() -> verify(NEW, headers, BODY)).doesNotThrowAnyException();
        assertThatCode(() -> verify(OLD, headers, BODY)).doesNotThrowAnyException();
    }

    @Test
    void onlyDokosSitesGetFrappesHeader() {
        assertThat(headers(List.of(NEW))).doesNotContainKey("X-Frappe-Webhook-Signature");
        assertThat(new WebhookSignature(List.of(NEW), true).headers("msg_1", Instant.EPOCH, BODY))
                .containsEntry("X-Frappe-Webhook-Signature", "499/KnsAdneZG2DVW2riKfMANoLdLJS5gkpgg/msRZk=");
    }

    private static Map<String, String> headers(List<String> keys) {
        return new WebhookSignature(keys, false).headers("msg_1", Instant.now(), BODY);
    }

    private static void verify(String key, Map<String, String> headers, String body)
            throws WebhookVerificationException, EmptyWebhookSecretException {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        new Webhook(key).verify(body, HttpHeaders.of(all, (name, value) -> true));
    }
}
