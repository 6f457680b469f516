package org.interlieux.it.ascode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.interlieux.it.Directories;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.OwnKeycloak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole realm in a file: out of one server, into an empty one. */
class FullExportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "${vault.atelier-client}";
    private static final String BADGE_SECRET = "${vault.fabrique-door}";

    @Test
    @ExtendWith(OwnKeycloak.class)
    void realmGoesIntoAnEmptyServerAndOutAgainUnchanged(KeycloakServer origin, @TempDir Path files) throws IOException {
        try (Scene scene = Scene.set(origin);
                Guest ada = new Guest()) {
            furnish(scene.federation());
            String realm = scene.federation().name();
            Map<String, String> vault =
                    Map.of("atelier-client", Scene.SITE_SECRET, "fabrique-door", hideBadgeSecret(scene.federation()));
            vault.forEach((key, secret) -> origin.putSecret(realm, key, secret));
            String subject = subject(ada, scene);
            ada.leave(scene.fabrique());
            Path first = files.resolve("first.json");
            Path second = files.resolve("second.json");

            origin.stop();
            origin.runOffline("export", "--realm=" + realm, "--file=" + first);
            try (KeycloakServer copy = KeycloakServer.options()
                    .name("FullExportIT-copy")
                    .fresh()
                    .port(URI.create(origin.url()).getPort())
                    .make()) {
                copy.runOffline("import", "--file=" + first);
                copy.runOffline("export", "--realm=" + realm, "--file=" + second);

                assertThat(ComparableExport.of(second)).isEqualTo(ComparableExport.of(first));
                assertThat(Files.readString(second))
                        .contains(SECRET, BADGE_SECRET)
                        .doesNotContain("**********");

                vault.forEach((key, secret) -> copy.putSecret(realm, key, secret));
                copy.start();
                ada.visitor().forgetCookies();
                assertThat(subject(ada, scene))
                        .as("to La Fabrique she is who she was")
                        .isEqualTo(subject);
            }
        }
    }

    @Test
    void realmFileIsReadAtTheStartWithItsEnvironment() throws IOException {
        try (ServerSocket site = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String siteUrl = "http://localhost:" + site.getLocalPort();
            try (KeycloakServer server = KeycloakServer.options()
                    .name("FullExportIT-start")
                    .fresh()
                    .importRealm(realmFile().toString())
                    .environment("ATELIER_URL", siteUrl)
                    .environment("ATELIER_SECRET", Scene.SITE_SECRET)
                    .start()) {
                JsonNode atelier = venue(server, "atelier");
                assertThat(atelier.path("config").path("siteUrl").asText()).isEqualTo(siteUrl);
                assertThat(atelier.path("config").path("accessApiKey").asText()).isEqualTo("${vault.atelier-key}");
                assertThat(atelier.path("config").path("acceptedHomeVenues").asText())
                        .isEqualTo("zinc");
                assertThat(server.database()
                                .firstColumn("select value from identity_provider_config where name = 'clientSecret'"))
                        .containsExactlyInAnyOrder(Scene.SITE_SECRET, SECRET);
                assertThat(atelier.path("postBrokerLoginFlowAlias").asText()).isEqualTo("federation access");
                String salt = atelier.path("config").path("memberSalt").asText();
                assertThat(salt).isNotBlank();

                server.restart();

                assertThat(venue(server, "atelier")
                                .path("config")
                                .path("memberSalt")
                                .asText())
                        .isEqualTo(salt);
            }
            site.setSoTimeout(1);
            assertThatThrownBy(site::accept).as("no import calls a venue").isInstanceOf(SocketTimeoutException.class);
        }
    }

    /** One more of everything that the scene has not. */
    private static void furnish(Federation federation) {
        federation
                .add(VenueSettings.hostOnly("quai")
                        .named("Le Quai")
                        .with("acceptedHomeVenues", "atelier##phare")
                        .with("kcTheme-city", "Nantes"))
                .change("atelier", Map.of("clientSecret", SECRET, "accessApiKey", "${vault.atelier-key}"));
        federation.admin().post(federation.path("/identity-provider/instances/atelier/mappers"), """
                        {"name": "origin", "identityProviderAlias": "atelier",
                         "identityProviderMapper": "hardcoded-attribute-idp-mapper",
                         "config": {"syncMode": "INHERIT", "attribute": "origin", "attribute.value": "atelier"}}""");
        federation
                .admin()
                .put(
                        federation.path("/authentication/required-actions/venue-arrival/config"),
                        "{\"config\": {\"hostSeesMember\": \"initials\"}}");
    }

    /** Puts a reference in the place of the secret, which it gives. */
    private static String hideBadgeSecret(Federation federation) {
        var clients = federation.realm().clients();
        var client = clients.findByClientId("fabrique-badge").get(0);
        String secret = client.getSecret();
        client.setSecret(BADGE_SECRET);
        clients.get(client.getId()).update(client);
        return secret;
    }

    private static String subject(Guest guest, Scene scene) {
        guest.at(scene.fabrique()).comeFromAtelier(Scene.ADA).arrive();
        return guest.session(scene.fabrique()).path("claims").path("sub").asText();
    }

    private static JsonNode venue(KeycloakServer server, String alias) {
        return server.admin().get("/realms/federation/identity-provider/instances/" + alias);
    }

    /** The realm as we ship it and two venues, of which the first names the second, with references in place of values. */
    private static JsonNode realmFile() throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(
                Directories.realmExport().resolve("federation-realm.json").toFile());
        ArrayNode venues = realm.putArray("identityProviders");
        venues.addObject()
                .put("alias", "atelier")
                .put("providerId", "dokos")
                .set(
                        "config",
                        JSON.valueToTree(Map.of(
                                "siteUrl", "${ATELIER_URL}",
                                "clientId", "keycloak-federation",
                                "clientSecret", "${ATELIER_SECRET}",
                                "accessCredentials", "api-key",
                                "accessApiKey", "${vault.atelier-key}",
                                "acceptedHomeVenues", "zinc")));
        venues.addObject()
                .put("alias", "zinc")
                .put("providerId", "venue-oidc")
                .set(
                        "config",
                        JSON.valueToTree(Map.of(
                                "discoveryUrl", "${ATELIER_URL}/realms/zinc",
                                "clientId", "federation",
                                "clientSecret", SECRET,
                                "accessRule", "all-members")));
        return realm;
    }
}
