package org.interlieux.it.venues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A venue is removed, and what named it; another one takes its alias, and inherits nothing. */
@ExtendWith(SharedKeycloak.class)
class VenueLifeIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Scene scene;
    private Federation federation;

    @BeforeEach
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        federation = scene.federation();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void badgeClientOfARemovedVenueIsNotInheritedByANewOne() {
        remove("fabrique");
        federation.add(fabrique());

        assertDoorIsClosed();
        assertThat(codes(federation.interlieux("health").path("realm"))).contains("client-without-venue");
        assertThat(federation.interlieux("health").path("realm").toString()).contains("fabrique-badge");

        var mapper = mapper();
        mapper.getConfig().put("venue", "fabrique");
        client().getProtocolMappers().update(mapper.getId(), mapper);

        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            assertThat(guest.isInside(scene.fabrique())).isTrue();
        }
        assertThat(codes(federation.interlieux("health").path("realm"))).doesNotContain("client-without-venue");
    }

    @Test
    void acceptanceOfARemovedVenueIsNotInheritedByANewOne() {
        federation.change("fabrique", Map.of("acceptedHomeVenues", "atelier##phare"));

        remove("atelier");
        federation.add(Scene.dokos("atelier", scene.atelier()).named("Another one"));

        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(guest.seesDenial()).isTrue();
        }
        assertThat(federation.events("LOGIN_ERROR").get(0).getDetails())
                .containsEntry("access_rule", "acceptedHomeVenues");
        assertThat(codes(findings("fabrique"))).contains("unknown-accepted-venue");
    }

    @Test
    void importThatOverwritesAVenueKeepsItTheSame() throws IOException {
        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
            JsonNode before = venue("atelier");
            String account = federation.members("atelier").get(0).getId();

            ObjectNode venue = before.deepCopy();
            venue.remove("internalId");
            ((ObjectNode) venue.path("config"))
                    .put("kcTheme-city", "Nantes-Sud")
                    .remove("memberSalt");
            ObjectNode overwrite = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
            overwrite.putArray("identityProviders").add(venue);
            federation.admin().post(federation.path("/partialImport"), JSON.writeValueAsString(overwrite));

            JsonNode after = venue("atelier");
            assertThat(after.path("config").path("kcTheme-city").asText()).isEqualTo("Nantes-Sud");
            assertThat(after.path("internalId")).isEqualTo(before.path("internalId"));
            assertThat(after.path("config").path("memberSalt"))
                    .isEqualTo(before.path("config").path("memberSalt"));
            assertThat(federation.members("atelier")).singleElement().satisfies(member -> assertThat(member.getId())
                    .isEqualTo(account));
            assertThat(federation
                            .realm()
                            .clients()
                            .findByClientId("atelier-badge")
                            .get(0)
                            .getProtocolMappers())
                    .anySatisfy(mapper -> assertThat(mapper.getConfig()).containsEntry("venue", "atelier"));
        }
        try (Guest again = new Guest()) {
            again.at(scene.library()).comeFromAtelier(Scene.ADA);
            assertThat(again.isInside(scene.library()))
                    .as("The venue's secret is not the stars that were imported")
                    .isTrue();
        }
    }

    @Test
    void unknownAcceptedVenueIsRefusedWhenTheHostIsSaved() {
        var resource = federation.realm().identityProviders().get("fabrique");
        var host = resource.toRepresentation();
        host.getConfig().put("acceptedHomeVenues", "atelier##nowhere");

        var answer = federation
                .admin()
                .send(
                        "PUT",
                        federation.path("/identity-provider/instances/fabrique"),
                        JSON.valueToTree(host).toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("acceptedHomeVenues names 'nowhere', which is no venue of this realm");
    }

    @Test
    void healthNamesAWeakSecretAndNothingOfAVenueInOrder() {
        federation.add(VenueSettings.dokos("weak", "https://weak.example", "keycloak", "tooshort10"));
        federation.add(VenueSettings.dokos("unset", "https://unset.example", "keycloak", "${vault.nothing-there}"));

        assertThat(codes(findings("weak"))).containsExactly("weak-client-secret");
        assertThat(codes(findings("unset"))).containsExactly("no-client-secret");
        assertThat(codes(findings("atelier"))).isEmpty();
        assertThat(federation.interlieux("health").toString()).doesNotContain("tooshort10");
    }

    private static VenueSettings fabrique() {
        return VenueSettings.dokos(
                "fabrique", "https://fabrique.example", "keycloak", "a-secret-of-32-characters-or-more");
    }

    private void assertDoorIsClosed() {
        try (Guest guest = new Guest()) {
            guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA);
            assertThat(guest.seesDenial()).isTrue();
            assertThat(guest.isInside(scene.fabrique())).isFalse();
        }
    }

    private void remove(String alias) {
        federation.realm().identityProviders().get(alias).remove();
    }

    private JsonNode venue(String alias) {
        return federation.admin().get(federation.path("/identity-provider/instances/" + alias));
    }

    private JsonNode findings(String alias) {
        for (JsonNode venue : federation.interlieux("health").path("venues")) {
            if (venue.path("alias").asText().equals(alias)) {
                return venue.path("findings");
            }
        }
        throw new AssertionError("health does not name " + alias);
    }

    private static Iterable<String> codes(JsonNode findings) {
        return findings.findValuesAsText("code");
    }

    private ProtocolMapperRepresentation mapper() {
        return client().toRepresentation().getProtocolMappers().stream()
                .filter(mapper -> "venue-visit".equals(mapper.getProtocolMapper()))
                .findFirst()
                .orElseThrow();
    }

    private ClientResource client() {
        var clients = federation.realm().clients();
        return clients.get(clients.findByClientId("fabrique-badge").get(0).getId());
    }
}
