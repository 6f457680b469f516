package org.interlieux.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.interlieux.it.visitor.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The realm file that we ship can be imported, filled with venues, and logged in to. */
@ExtendWith(SharedKeycloak.class)
class FederationIT {

    @Test
    void realmsOwnAccountLogsInToAPlainService(KeycloakServer server) {
        Federation federation = Federation.create(server);
        federation.add(VenueSettings.dokos("atelier", "http://localhost:1", "keycloak", "secret-of-the-site"));
        federation.add(VenueSettings.hostOnly("place"));
        federation.add(ServiceSettings.badgeClient("atelier-badge", "atelier"));
        Service library = federation.add(ServiceSettings.service("library"));
        var staff = federation.addUser("staff", "demo");

        try (Visitor visitor = new Visitor()) {
            visitor.open(library.loginUrl()).click("#own-account").logInToKeycloak("staff", "demo");

            assertThat(visitor.isAt(library.redirectUri())).isTrue();
            Tokens tokens = library.tokens(visitor.code());
            assertThat(tokens.idClaims().path("sub").asText()).isEqualTo(staff.getId());
        }
        assertThat(federation.sessions(staff)).hasSize(1);
        assertThat(federation.events("LOGIN")).singleElement().satisfies(event -> assertThat(event.getClientId())
                .isEqualTo("library"));
    }
}
