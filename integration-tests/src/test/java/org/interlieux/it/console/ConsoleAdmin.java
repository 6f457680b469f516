package org.interlieux.it.console;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.interlieux.it.server.KeycloakServer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** An admin of all realms, with a language of their own; not the first one, whom the console asks to be replaced. */
record ConsoleAdmin(String username, String password) {
    private static final String REALM = "master";

    /** The console has the languages of the realm that its admins come from. */
    static void speak(KeycloakServer server, Set<String> languages) {
        RealmResource realm = server.admin().typed().realm(REALM);
        RealmRepresentation settings = realm.toRepresentation();
        settings.setInternationalizationEnabled(true);
        settings.setSupportedLocales(languages);
        realm.update(settings);
    }

    static ConsoleAdmin create(KeycloakServer server, String language) {
        String name = "admin-" + language + "-" + UUID.randomUUID().toString().substring(0, 8);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(name);
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEmail(name + "@federation.example");
        user.setFirstName("Ali");
        user.setLastName("Admin");
        user.setEnabled(true);
        user.setCredentials(List.of(password));
        user.setAttributes(Map.of("locale", List.of(language)));
        RealmResource realm = server.admin().typed().realm(REALM);
        try (Response created = realm.users().create(user)) {
            realm.users()
                    .get(CreatedResponseUtil.getCreatedId(created))
                    .roles()
                    .realmLevel()
                    .add(List.of(realm.roles().get("admin").toRepresentation()));
        }
        return new ConsoleAdmin(name, name);
    }
}
