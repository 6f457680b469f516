package org.interlieux.it.realm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * RSA keys that realms are given, as making them is most of what a new realm costs (seconds, in Keycloak). Realms from one file share
 * them; they differ from those of another file.
 */
final class ReadyKeys {
    private static final String PROVIDERS = "org.keycloak.keys.KeyProvider";
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private ReadyKeys() {}

    /** Replaces the generated RSA keys of that realm; one that names no keys gets what Keycloak would have made. */
    static void put(ObjectNode realm) {
        ArrayNode providers = realm.withObject("/components").withArray(PROVIDERS);
        if (providers.isEmpty()) {
            provider(providers, "rsa-generated");
            provider(providers, "rsa-enc-generated").withArray("algorithm").add("RSA-OAEP");
            provider(providers, "hmac-generated").withArray("algorithm").add("HS512");
            provider(providers, "aes-generated");
        }
        providers.forEach(
                provider -> makeReady((ObjectNode) provider, realm.path("realm").asText()));
    }

    /** Its settings. */
    private static ObjectNode provider(ArrayNode providers, String type) {
        ObjectNode config =
                providers.addObject().put("name", type).put("providerId", type).putObject("config");
        config.putArray("priority").add("100");
        return config;
    }

    private static void makeReady(ObjectNode provider, String realm) {
        String type = provider.path("providerId").asText();
        if (type.equals("rsa-generated") || type.equals("rsa-enc-generated")) {
            provider.put("providerId", type.replace("-generated", ""));
            provider.withObject("/config")
                    .putArray("privateKey")
                    .add(KEYS.computeIfAbsent(realm + " " + type, name -> newPrivateKey()));
        }
    }

    private static String newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
