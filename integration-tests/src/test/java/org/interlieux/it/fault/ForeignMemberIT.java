package org.interlieux.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.interlieux.it.openid.OpenIdProvider;
import org.interlieux.it.realm.Service;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.Tokens;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** A venue that says things about its member which are not its to say. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignMemberIT {
    private static final String VENUE = "openid";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Scene scene;
    private Service door;
    private final OpenIdProvider provider = OpenIdProvider.start();

    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        scene.federation().add(provider.venue(VENUE));
        door = scene.federation()
                .add(ServiceSettings.badgeClient("verified-door", "fabrique").withVenueVisit("emailClaim", "verified"));
    }

    @BeforeEach
    void adaHasAnAccount() {
        try (Guest ada = new Guest()) {
            ada.at(scene.library()).comeFromAtelier(Scene.ADA);
            assertThat(ada.isInside(scene.library())).isTrue();
        }
    }

    @AfterEach
    void reset() {
        provider.reset();
        scene.federation().members(VENUE).forEach(this::forget);
        scene.federation().members("atelier").forEach(this::forget);
    }

    @AfterAll
    void close() {
        scene.close();
        provider.close();
    }

    @Test
    void addressOfAnotherVenuesMemberMakesAnAccountOfItsOwn() {
        provider.member().put("email", Scene.ADA).put("email_verified", true);

        assertAdaIsUntouchedBy(Scene.ADA);
    }

    @Test
    void subjectOfAnotherVenuesMemberMakesAnAccountOfItsOwn() {
        UserRepresentation ada = ada();
        String subject = scene.federation()
                .realm()
                .users()
                .get(ada.getId())
                .getFederatedIdentity()
                .get(0)
                .getUserId();
        provider.member().put("sub", subject);

        assertAdaIsUntouchedBy("eve@openid.example");
    }

    @Test
    void accountNameOfAnotherVenuesMemberMakesAnAccountOfItsOwn() {
        provider.member().put("preferred_username", ada().getUsername()).put("username", ada().getUsername());

        assertAdaIsUntouchedBy("eve@openid.example");
    }

    @Test
    void addressThatAVenueCallsVerifiedIsNotReleased() {
        provider.member().put("email", Scene.ADA).put("email_verified", true);

        assertNoAddressIsReleased();
        assertThat(eve().isEmailVerified()).isFalse();
    }

    @Test
    void addressThatReplacesAVerifiedOneIsNotReleased() {
        logIn();
        UserRepresentation verified = eve();
        verified.setEmailVerified(true);
        scene.federation().realm().users().get(verified.getId()).update(verified);
        provider.member().put("email", Scene.ADA).put("email_verified", true);

        assertNoAddressIsReleased();
        assertThat(eve().getEmail()).isEqualTo(Scene.ADA);
        assertThat(eve().isEmailVerified()).isFalse();
    }

    @Test
    void rolesGroupsAndAttributesThatNobodyMappedAreIgnored() throws Exception {
        logIn();
        List<String> ordinary = roles(eve());
        JsonNode claims = JSON.readTree("""
                {"roles": ["admin"], "groups": ["/admins", "admins"], "locale": "de", "phone_number": "1",
                 "realm_access": {"roles": ["admin", "manage-users"]}, "enabled": false,
                 "resource_access": {"realm-management": {"roles": ["realm-admin"]}},
                 "attributes": {"clearance": ["high"]}, "clearance": "high", "username": "admin",
                 "requiredActions": ["UPDATE_PASSWORD"]}""");
        provider.member().setAll((ObjectNode) claims);

        logIn();

        UserRepresentation eve = eve();
        assertThat(roles(eve)).isEqualTo(ordinary);
        assertThat(scene.federation().realm().users().get(eve.getId()).groups()).isEmpty();
        assertThat(eve.getAttributes()).isNull();
        assertThat(eve.getRequiredActions()).isEmpty();
        assertThat(eve.isEnabled()).isTrue();
    }

    private void assertAdaIsUntouchedBy(String email) {
        JsonNode before = JSON.valueToTree(ada());

        logIn();

        assertThat(eve().getId()).isNotEqualTo(ada().getId());
        assertThat(eve().getEmail()).isEqualTo(email);
        JsonNode after = JSON.valueToTree(ada());
        assertThat(after).isEqualTo(before);
        assertThat(scene.federation().realm().users().get(ada().getId()).getFederatedIdentity())
                .hasSize(1);
        assertThat(scene.federation().events("FEDERATED_IDENTITY_LINK")).isEmpty();
    }

    private void assertNoAddressIsReleased() {
        try (Guest eve = new Guest()) {
            eve.open(door.loginUrl(Map.of("scope", "openid email profile")))
                    .choose(VENUE)
                    .arrive();
            Tokens tokens = door.tokens(eve.visitor().code());

            assertThat(tokens.idClaims().has("email")).isFalse();
            assertThat(tokens.accessClaims().has("email")).isFalse();
            assertThat(door.userInfo(tokens).has("email")).isFalse();
            assertThat(tokens.idClaims().toString() + tokens.accessClaims() + door.userInfo(tokens))
                    .doesNotContain(Scene.ADA)
                    .doesNotContain("email_verified");
        }
    }

    private void logIn() {
        try (Guest guest = new Guest()) {
            guest.at(scene.library()).choose(VENUE);
            assertThat(guest.isInside(scene.library())).isTrue();
        }
    }

    private UserRepresentation ada() {
        return scene.federation().members("atelier").get(0);
    }

    private UserRepresentation eve() {
        assertThat(scene.federation().members(VENUE)).hasSize(1);
        return scene.federation().members(VENUE).get(0);
    }

    private List<String> roles(UserRepresentation user) {
        var mappings = scene.federation()
                .realm()
                .users()
                .get(user.getId())
                .roles()
                .realmLevel()
                .listEffective();
        var clients = scene.federation()
                .realm()
                .users()
                .get(user.getId())
                .roles()
                .getAll()
                .getClientMappings();
        return List.of(
                mappings.stream().map(role -> role.getName()).sorted().toList().toString(), String.valueOf(clients));
    }

    private void forget(UserRepresentation member) {
        scene.federation().realm().users().get(member.getId()).remove();
    }
}
