package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server cannot write. */
@ExtendWith(OwnKeycloak.class)
class WriteFailureIT {

    @Test
    void loginFailsCleanlyWhenItsVisitCannotBeWritten(KeycloakServer server) {
        assertFailsCleanly(server, "INTERLIEUX_VISIT", "CHANNEL");
    }

    @Test
    void loginFailsCleanlyWhenItsDeliveriesCannotBeWritten(KeycloakServer server) {
        assertFailsCleanly(server, "OUTBOX_ENTRY", "ENTRY_TYPE");
    }

    @Test
    void sessionFromBeforeSurvivesALoginThatFails(KeycloakServer server) {
        try (Scene scene = Scene.set(server);
                Guest guest = new Guest()) {
            guest.at(scene.library()).comeFromAtelier(Scene.ADA);
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).isTrue();
            server.database().execute("alter table INTERLIEUX_VISIT alter column CHANNEL rename to BROKEN");
            try {
                guest.arrive();
                assertThat(guest.visitor().status()).isGreaterThanOrEqualTo(500);
            } finally {
                server.database().execute("alter table INTERLIEUX_VISIT alter column BROKEN rename to CHANNEL");
            }

            assertThat(guest.isInside(scene.fabrique())).isFalse();
            assertThat(scene.federation().sessions()).hasSize(1);
            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage())
                    .as("still logged in, and asked again")
                    .isTrue();
            guest.arrive();
            assertThat(guest.isInside(scene.fabrique())).isTrue();
        }
    }

    private static void assertFailsCleanly(KeycloakServer server, String table, String column) {
        try (Scene scene = Scene.set(server);
                Guest guest = new Guest();
                Guest reader = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(guest.seesArrivalPage()).isTrue();
            server.database().execute("alter table " + table + " alter column " + column + " rename to BROKEN");
            try {
                guest.arrive();

                assertThat(guest.visitor().status()).isGreaterThanOrEqualTo(500);
                assertThat(guest.visitor().parameter("code")).isEmpty();
                assertThat(guest.visitor().cookies())
                        .noneMatch(cookie -> cookie.getName().equals("KEYCLOAK_IDENTITY"));
                assertThat(guest.isInside(scene.fabrique())).isFalse();
                assertThat(scene.federation().sessions()).isEmpty();
                assertThat(server.log()).contains("A visit could not be recorded, so its login or log-out fails");

                reader.at(scene.library()).comeFromAtelier(Scene.BOB);
                assertThat(reader.isInside(scene.library())).isTrue();
            } finally {
                server.database().execute("alter table " + table + " alter column BROKEN rename to " + column);
            }
            assertThat(scene.visits()).isZero();
            assertThat(scene.told(scene.fabrique())).isEmpty();

            guest.at(scene.fabrique());
            assertThat(guest.seesArrivalPage()).as("no session was left").isFalse();
            guest.choose("atelier").arrive();
            assertThat(guest.isInside(scene.fabrique()))
                    .as("mended, she can enter")
                    .isTrue();
        }
    }
}
