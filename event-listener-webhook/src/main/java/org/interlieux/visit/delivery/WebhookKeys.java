package org.interlieux.visit.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The keys that a venue's messages are signed with, derived from the realm's HS384 keys, so that no secret is stored
 * anywhere else. While an older realm key is still passive, both sign.
 */
public final class WebhookKeys {
    private static final String PURPOSE = "interlieux webhook ";

    private final KeycloakSession session;
    private final RealmModel realm;

    public WebhookKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** A venue's keys as Standard Webhooks writes them ({@code whsec_} and base64), the current one first. */
    public List<String> of(String venueId) {
        List<KeyWrapper> masters = masters();
        if (masters.isEmpty()) {
            // The realm's import makes this key. Where that was skipped, Keycloak makes and keeps one.
            session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS384);
            masters = masters();
        }
        return masters.stream().map(master -> derive(master, venueId)).toList();
    }

    private List<KeyWrapper> masters() {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.HS384)
                .filter(key -> key.getStatus().isEnabled() && key.getSecretKey() != null)
                .sorted(Comparator.comparing((KeyWrapper key) -> key.getStatus() != KeyStatus.ACTIVE)
                        .thenComparing(KeyWrapper::getProviderPriority, Comparator.reverseOrder()))
                .toList();
    }

    private static String derive(KeyWrapper master, String venueId) {
        byte[] key =
                Hmac.sha256(master.getSecretKey().getEncoded(), (PURPOSE + venueId).getBytes(StandardCharsets.UTF_8));
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
