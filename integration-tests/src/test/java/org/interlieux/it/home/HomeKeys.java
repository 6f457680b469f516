package org.interlieux.it.home;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** The keys of a realm that plays a venue's OpenID provider. */
record HomeKeys(Federation realm) {
    private static final String KEYS = "org.keycloak.keys.KeyProvider";

    /** Makes a new key, which is used before all others of its algorithm. */
    void add(String type, Map<String, String> settings) {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName(type + settings);
        key.setProviderType(KEYS);
        key.setProviderId(type);
        key.setConfig(new MultivaluedHashMap<>());
        key.getConfig().putSingle("priority", "1000");
        settings.forEach(key.getConfig()::putSingle);
        try (Response response = realm.realm().components().add(key)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException(response.readEntity(String.class));
            }
        }
    }

    List<String> ofType(String type) {
        String realmId = realm.realm().toRepresentation().getId();
        return realm.realm().components().query(realmId, KEYS).stream()
                .filter(key -> key.getProviderId().equals(type))
                .map(ComponentRepresentation::getId)
                .toList();
    }

    void remove(String id) {
        realm.realm().components().component(id).remove();
    }
}
