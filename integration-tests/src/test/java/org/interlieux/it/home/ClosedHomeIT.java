package org.interlieux.it.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** A venue that is switched off or deleted lets nobody in any more, anywhere, whatever session they hold. */
@ExtendWith(SharedKeycloak.class)
class ClosedHomeIT {
    private Scene scene;
    private Service service;
    private final Guest ada = new Guest();

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        service = scene.federation().add(ServiceSettings.service("plain-service"));
    }

    @AfterEach
    void close() {
        ada.close();
        scene.close();
    }

    @Nested
    class SwitchedOff {
        @Test
        void memberWhoIsAtItsLoginPageRightNowDoesNotGetIn() {
            ada.at(scene.library()).choose("atelier");
            scene.federation().enable("atelier", false);

            ada.logInAsDokosMember(Scene.ADA);

            assertThat(ada.visitor().status()).isBetween(400, 499);
            assertThat(ada.isInside(scene.library())).isFalse();
            assertThat(scene.federation().users()).isEmpty();
        }

        @Test
        void memberWithASessionIsToldSoAtAServiceThatIsNoDoor() {
            adaIsAtTheLibrary();
            scene.federation().enable("atelier", false);

            ada.open(service.loginUrl());

            assertThat(ada.visitor().status()).isEqualTo(403);
            assertThat(ada.visitor().text())
                    .contains("You cannot log in", "Your venue does not take part in the federation at the moment");
            assertThat(scene.federation().events("LOGIN_ERROR").get(0).getDetails())
                    .containsEntry("access_rule", "home-closed")
                    .containsEntry("access_reason", "home-venue-disabled");
        }

        @Test
        void frenchMemberReadsItInFrench() {
            try (Guest french = new Guest("fr")) {
                french.at(scene.library()).comeFromAtelier(Scene.ADA);
                scene.federation().enable("atelier", false);

                french.open(service.loginUrl());

                assertThat(french.visitor().text())
                        .contains("Votre lieu ne participe pas à la fédération en ce moment");
            }
        }

        @Test
        void memberMayChooseAnotherVenueInstead() {
            adaIsAtTheLibrary();
            scene.federation().enable("atelier", false);
            ada.open(service.loginUrl()).visitor().click("#other-venue");

            assertThat(ada.visitor().sees("button[name=venue][value=atelier]")).isFalse();
            ada.choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);

            assertThat(service.tokens(ada.visitor().code())
                            .idClaims()
                            .path("given_name")
                            .asText())
                    .isEqualTo("Dan");
        }

        @Test
        void memberMayGoBackToTheService() {
            adaIsAtTheLibrary();
            scene.federation().enable("atelier", false);

            ada.open(service.loginUrl()).tap("back-to-service");

            assertThat(ada.visitor().parameter("error")).contains("access_denied");
        }

        @Test
        void passiveLoginGetsNoCode() {
            adaIsAtTheLibrary();
            scene.federation().enable("atelier", false);

            ada.open(service.loginUrl(Map.of("prompt", "none")));

            assertThat(ada.visitor().parameter("error")).isPresent();
            assertThat(ada.visitor().parameter("code")).isEmpty();
        }

        @Test
        void memberGetsInAgainWhenItIsSwitchedOn() {
            adaIsAtTheLibrary();
            scene.federation().enable("atelier", false);
            ada.open(service.loginUrl());
            scene.federation().enable("atelier", true);

            ada.open(service.loginUrl());

            assertThat(ada.visitor().parameter("code")).isPresent();
        }

        /** In the browser Keycloak's own log-out fails for such a session (issue 51123, mended in 26.8). */
        @Test
        void siteCanStillLogItsGuestOut() {
            Service door = scene.federation().add(ServiceSettings.badgeClient("door", "fabrique"));
            ada.open(door.loginUrl()).comeFromAtelier(Scene.ADA).arrive();
            Tokens tokens = door.tokens(ada.visitor().code());
            scene.federation().enable("atelier", false);

            assertThat(door.logOut(tokens)).isEqualTo(204);

            assertThat(scene.openVisits()).isZero();
            assertThat(scene.federation().sessions()).isEmpty();
        }

        @Test
        void otherMembersAndOwnAccountsAreNotTouched() {
            scene.federation().addUser("staff", "demo");
            scene.federation().enable("atelier", false);

            try (Guest dan = new Guest();
                    Guest staff = new Guest()) {
                dan.open(service.loginUrl()).choose("phare").visitor().logInToKeycloak(Scene.DAN, Scene.PASSWORD);
                assertThat(dan.visitor().parameter("code")).isPresent();
                staff.open(service.loginUrl()).visitor().click("#own-account").logInToKeycloak("staff", "demo");
                assertThat(staff.visitor().parameter("code")).isPresent();
            }
        }
    }

    @Nested
    class Deleted {
        @Test
        void memberWithASessionHasToLogInAnew() {
            Tokens tokens = adaLogsIn();
            delete("atelier");

            ada.open(service.loginUrl());

            assertThat(ada.visitor().parameter("code")).isEmpty();
            assertThat(ada.visitor().sees("button[name=venue][value=fabrique]")).isTrue();
            assertThat(service.tokenRequest(
                                    Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()))
                            .statusCode())
                    .isEqualTo(400);
        }

        @Test
        void newVenueOfThatAliasInheritsNoSession() {
            adaIsAtTheLibrary();
            replaceAtelier();

            ada.open(service.loginUrl());

            assertThat(ada.visitor().status()).isEqualTo(403);
            assertThat(ada.visitor().text()).contains("not part of the federation any more");
            assertThat(ada.visitor().parameter("code")).isEmpty();
            assertThat(scene.federation().events("LOGIN_ERROR").get(0).getDetails())
                    .containsEntry("access_rule", "home-gone");
        }

        @Test
        void newVenueOfThatAliasInheritsNoSessionAtADoorEither() {
            adaIsAtTheLibrary();
            replaceAtelier();

            ada.at(scene.fabrique());

            assertThat(ada.visitor().status()).isEqualTo(403);
            assertThat(ada.seesArrivalPage()).isFalse();
            assertThat(ada.isInside(scene.fabrique())).isFalse();
        }

        @Test
        void newVenueOfThatAliasInheritsNoMember() {
            adaIsAtTheLibrary();
            UserRepresentation old = scene.federation().members("atelier").get(0);
            replaceAtelier();
            assertThat(scene.federation().members("atelier")).isEmpty();

            try (Guest again = new Guest()) {
                again.at(scene.library()).comeFromAtelier(Scene.ADA);
                assertThat(again.isInside(scene.library())).isTrue();
            }

            assertThat(scene.federation().members("atelier"))
                    .singleElement()
                    .satisfies(member -> assertThat(member.getId()).isNotEqualTo(old.getId()));
        }

        @Test
        void newVenueOfThatAliasInheritsNoIdentityOfItsGuestsAndNoKey() {
            String before = subjectAtFabrique();
            String key = webhookKey();
            delete("fabrique");
            scene.federation().add(Scene.dokos("fabrique", scene.fabrique()));

            assertThat(subjectAtFabrique()).isNotEqualTo(before);
            assertThat(webhookKey()).isNotEqualTo(key);
        }

        @Test
        void historyStays() {
            ada.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            assertThat(scene.visits()).isEqualTo(1);
            List<String> homes = homesOfVisits();

            replaceAtelier();

            assertThat(scene.visits()).isEqualTo(1);
            assertThat(homesOfVisits()).isEqualTo(homes);
            String newId = scene.federation()
                    .realm()
                    .identityProviders()
                    .get("atelier")
                    .toRepresentation()
                    .getInternalId();
            assertThat(homes).doesNotContain(newId);
        }

        @Test
        void memberCanStillLogOut() {
            Tokens tokens = adaLogsIn();
            delete("atelier");

            ada.open(service.logoutUrl(tokens.idToken()));

            assertThat(ada.visitor().isAt(service.redirectUri())).isTrue();
        }

        @Test
        void memberWhoIsAtItsLoginPageRightNowDoesNotGetIn() {
            ada.at(scene.library()).choose("atelier");
            delete("atelier");

            ada.logInAsDokosMember(Scene.ADA);

            assertThat(ada.visitor().status()).isBetween(400, 499);
            assertThat(scene.federation().users()).isEmpty();
        }

        private String subjectAtFabrique() {
            Service door = scene.federation()
                    .add(ServiceSettings.badgeClient(
                            "door-"
                                    + scene.federation()
                                            .realm()
                                            .clients()
                                            .findAll()
                                            .size(),
                            "fabrique"));
            try (Guest guest = new Guest()) {
                guest.open(door.loginUrl()).comeFromAtelier(Scene.ADA);
                if (guest.seesArrivalPage()) {
                    guest.arrive();
                }
                return door.tokens(guest.visitor().code())
                        .idClaims()
                        .path("sub")
                        .asText();
            }
        }

        private String webhookKey() {
            JsonNode keys = scene.federation()
                    .admin()
                    .post(scene.federation().path("/interlieux/venues/fabrique/webhook-key"), "");
            assertThat(keys.path("keys")).isNotEmpty();
            return keys.path("keys").path(0).asText();
        }

        private List<String> homesOfVisits() {
            return scene
                    .server()
                    .database()
                    .firstColumn("select v.home_venue_id from interlieux_visit v join realm r on r.id = v.realm_id"
                            + " where r.name = '" + scene.federation().name() + "'")
                    .stream()
                    .map(String::valueOf)
                    .toList();
        }

        private void replaceAtelier() {
            delete("atelier");
            scene.federation().add(Scene.dokos("atelier", scene.atelier()));
        }

        private void delete(String alias) {
            scene.federation().realm().identityProviders().get(alias).remove();
        }
    }

    private void adaIsAtTheLibrary() {
        ada.at(scene.library()).comeFromAtelier(Scene.ADA);
        assertThat(ada.isInside(scene.library())).isTrue();
    }

    private Tokens adaLogsIn() {
        ada.open(service.loginUrl()).comeFromAtelier(Scene.ADA);
        return service.tokens(ada.visitor().code());
    }
}
