package org.interlieux.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.interlieux.it.visitor.Visitor;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;

/** The login page of the realm's own accounts is the theme's, without a button for each venue. */
@ExtendWith(SharedKeycloak.class)
class OwnAccountPageIT {

    @ParameterizedTest
    @ValueSource(strings = {"interlieux", "keycloak.v2", "keycloak"})
    void asksForUsernameAndPasswordAndNamesNoVenue(String theme, KeycloakServer server) {
        Federation federation = Federation.create(server);
        federation.add(VenueSettings.dokos("atelier", "http://localhost:1", "keycloak", "secret-of-the-site")
                .named("L'Atelier"));
        Service library = federation.add(ServiceSettings.service("library"));
        federation.addUser("staff", "demo");
        use(theme, federation);

        try (Visitor visitor = new Visitor()) {
            visitor.open(library.loginUrl()).click("#own-account");

            assertThat(visitor.sees("#kc-form-login input[name=username]")).isTrue();
            assertThat(visitor.source()).doesNotContain("atelier").doesNotContain("Atelier");

            visitor.logInToKeycloak("staff", "wrong");

            assertThat(visitor.text()).contains("Invalid username or password");
            assertThat(visitor.attribute("input[name=username]", "value")).isEqualTo("staff");
            assertThat(visitor.source()).doesNotContain("atelier").doesNotContain("Atelier");

            visitor.logInToKeycloak("staff", "demo");

            assertThat(library.tokens(visitor.code())
                            .idClaims()
                            .path("preferred_username")
                            .asText())
                    .isEqualTo("staff");
        }
    }

    private static void use(String theme, Federation federation) {
        RealmRepresentation realm = federation.realm().toRepresentation();
        realm.setLoginTheme(theme);
        realm.setBruteForceProtected(false); // a script is quicker than a person who types a password again
        federation.realm().update(realm);
    }
}
