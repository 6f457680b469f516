package org.interlieux.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderSimpleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Ways in that a federation has only if an administrator opens them, or walks them. None of them leads past the home venue. */
@ExtendWith(SharedKeycloak.class)
class OddWaysInIT {
    private Scene scene;
    private Door door;
    private final Guest guest = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        door = Door.of(scene);
    }

    @AfterEach
    void close() {
        guest.close();
        scene.close();
    }

    @Test
    void whoeverRegistersHereHasNoHomeAndDoesNotGetIn() {
        change(realm -> realm.setRegistrationAllowed(true));

        guest.open(door.service().loginUrl().replace("/auth?", "/registrations?"));
        guest.visitor()
                .submit(Map.of(
                        "username", "newcomer", "password", "a-long-password", "password-confirm", "a-long-password"));

        assertThat(scene.federation().realm().users().searchByUsername("newcomer", true))
                .hasSize(1);
        assertRefused("belongs to no venue");
    }

    @Test
    void memberWhoSetsANewPasswordByMailHasToLogInAtHomeAllTheSame() {
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        String username = scene.federation().members("atelier").get(0).getUsername();
        guest.visitor().forgetCookies();
        try (Mailbox mailbox = Mailbox.open()) {
            change(realm -> {
                realm.setResetPasswordAllowed(true);
                realm.setSmtpServer(Map.of(
                        "host", "127.0.0.1", "port", String.valueOf(mailbox.port()), "from", "federation@example.org"));
            });

            guest.open(door.service().loginUrl().replace("/auth?", "/forgot-credentials?"));
            guest.visitor().submit(Map.of("username", username));
            guest.open(mailbox.link());
            guest.visitor().submit(Map.of("password-new", "a-long-password", "password-confirm", "a-long-password"));
        }

        assertRefused("log in at L'Atelier");
    }

    @Test
    void administratorWhoActsAsAMemberDoesNotEnterForThem() {
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        UserRepresentation ada = scene.federation().members("atelier").get(0);
        guest.visitor().forgetCookies();

        guest.visitor()
                .accept(
                        URI.create(scene.federation().url()),
                        scene.federation()
                                .admin()
                                .send("POST", scene.federation().path("/users/" + ada.getId() + "/impersonation"), "{}")
                                .headers()
                                .allValues("Set-Cookie"));
        guest.open(door.service().loginUrl());

        assertRefused("log in at L'Atelier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fabrique", "phare"})
    void memberCannotLinkASecondVenueOnTheWayIn(String second) {
        allowLinking();
        Door other = Door.of(scene, Door.FABRIQUE, client -> client.setFullScopeAllowed(true));
        VisitBooks books = VisitBooks.of(scene);
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);

        guest.open(other.service().loginUrl(Map.of("kc_action", "idp_link:" + second)));
        assertThat(guest.seesArrivalPage()).isTrue();
        guest.arrive();
        assertThat(guest.visitor().sees("[name=cancel-aia]"))
                .as(guest.visitor().text())
                .isTrue();
        guest.visitor()
                .click("#kc-form-buttons [type=submit]:not([name=cancel-aia]), [type=submit]:not([name=cancel-aia])");
        if (second.equals("fabrique")) {
            guest.logInAsDokosMember(Scene.CHLOE);
        } else {
            guest.visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
        }

        assertThat(guest.visitor().text()).contains("cannot be linked to another account");
        books.assertUnchanged();
        assertThat(scene.federation()
                        .realm()
                        .users()
                        .get(scene.federation().members("atelier").get(0).getId())
                        .getFederatedIdentity())
                .hasSize(1);
    }

    /** An administrator may tick it as a default action, or give it to somebody: that asks for it at every service. */
    @Test
    void arrivalActionGivenToAMemberDoesNotKeepThemFromServicesThatAreNoDoors() {
        guest.at(scene.library()).comeFromAtelier(Scene.ADA);
        UserRepresentation ada = scene.federation().members("atelier").get(0);
        ada.setRequiredActions(List.of("venue-arrival"));
        scene.federation().realm().users().get(ada.getId()).update(ada);
        guest.visitor().forgetCookies();

        guest.at(scene.library()).comeFromAtelier(Scene.ADA);

        assertThat(guest.isInside(scene.library())).isTrue();
        assertThat(scene.visits()).isZero();
    }

    private void assertRefused(String why) {
        assertThat(guest.seesArrivalPage()).isFalse();
        assertThat(guest.visitor().status()).as(guest.visitor().text()).isEqualTo(403);
        assertThat(guest.seesDenial()).isTrue();
        assertThat(guest.visitor().text()).contains(why);
        guest.tap("back-to-service");
        assertThat(guest.visitor().parameter("error")).contains("access_denied");
        assertThat(guest.visitor().parameter("code")).isEmpty();
        assertThat(scene.visits()).isZero();
        assertThat(scene.told(scene.atelier())).isEmpty();
        assertThat(scene.told(scene.fabrique())).isEmpty();
    }

    private void allowLinking() {
        RequiredActionProviderSimpleRepresentation link = new RequiredActionProviderSimpleRepresentation();
        link.setProviderId("idp_link");
        link.setName("Link a second venue");
        scene.federation().realm().flows().registerRequiredAction(link);
        RequiredActionProviderRepresentation registered =
                scene.federation().realm().flows().getRequiredAction("idp_link");
        registered.setEnabled(true);
        scene.federation().realm().flows().updateRequiredAction("idp_link", registered);
    }

    private void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation realm = scene.federation().realm().toRepresentation();
        change.accept(realm);
        scene.federation().realm().update(realm);
    }
}
