package org.interlieux.it.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.interlieux.it.realm.Federation;

/** A setting of ours as the server describes it to the console: what is read here is what forms are made of. */
record Setting(String key, String label, String help) {
    private static final String OURS = "interlieux.";

    static List<Setting> ofVenue(Federation federation, String type) {
        JsonNode types = federation
                .admin()
                .get("/serverinfo")
                .at("/componentTypes/org.keycloak.broker.provider.IdentityProvider");
        return of(named(types, type).path("properties"));
    }

    static List<Setting> ofMapper(Federation federation, String type) {
        JsonNode types = federation.admin().get("/serverinfo").at("/protocolMapperTypes/openid-connect");
        return of(named(types, type).path("properties"));
    }

    static List<Setting> ofRequiredAction(Federation federation, String action) {
        return of(federation
                .admin()
                .get(federation.path("/authentication/required-actions/" + action + "/config-description"))
                .path("properties"));
    }

    private static List<Setting> of(JsonNode properties) {
        List<Setting> settings = new ArrayList<>();
        for (JsonNode property : properties) {
            if (property.path("label").asText().startsWith(OURS)) {
                settings.add(new Setting(
                        property.path("name").asText(),
                        property.path("label").asText(),
                        property.path("helpText").asText()));
            }
        }
        if (settings.isEmpty()) {
            throw new IllegalStateException("The server describes no settings of ours: " + properties);
        }
        return settings;
    }

    private static JsonNode named(JsonNode types, String id) {
        for (JsonNode type : types) {
            if (type.path("id").asText().equals(id)) {
                return type;
            }
        }
        throw new IllegalStateException("The server has no type " + id);
    }
}
