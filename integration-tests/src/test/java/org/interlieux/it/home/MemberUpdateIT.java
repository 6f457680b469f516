package org.interlieux.it.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** The federation knows of a member what their venue said at the last login. */
@ExtendWith(SharedKeycloak.class)
class MemberUpdateIT {
    private static final String VENUE = "openid";

    private Scene scene;
    private final OpenIdProvider provider = OpenIdProvider.start();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().add(provider.venue(VENUE));
    }

    @AfterEach
    void close() {
        provider.close();
        scene.close();
    }

    @Test
    void nameAndAddressAreThoseOfTheLastLogin() {
        UserRepresentation before = eveLogsIn();
        provider.member()
                .put("given_name", "Ève")
                .put("family_name", "Martin")
                .put("email", "eve.martin@openid.example");

        UserRepresentation after = eveLogsIn();

        assertThat(after.getId()).isEqualTo(before.getId());
        assertThat(after.getUsername()).isEqualTo(before.getUsername());
        assertThat(after.getFirstName()).isEqualTo("Ève");
        assertThat(after.getLastName()).isEqualTo("Martin");
        assertThat(after.getEmail()).isEqualTo("eve.martin@openid.example");
    }

    @Test
    void anotherSubjectIsAnotherMember() {
        UserRepresentation before = eveLogsIn();
        provider.member().put("sub", "eve-2");

        try (Guest guest = new Guest()) {
            guest.at(scene.library()).choose(VENUE);
        }

        assertThat(scene.federation().members(VENUE))
                .hasSize(2)
                .extracting(UserRepresentation::getId)
                .contains(before.getId());
    }

    private UserRepresentation eveLogsIn() {
        try (Guest guest = new Guest()) {
            guest.at(scene.library()).choose(VENUE);
            assertThat(guest.isInside(scene.library())).isTrue();
        }
        assertThat(scene.federation().members(VENUE)).hasSize(1);
        return scene.federation().members(VENUE).get(0);
    }
}
