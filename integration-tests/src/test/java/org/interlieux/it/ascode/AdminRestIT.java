package org.interlieux.it.ascode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.RealmFile;
import org.interlieux.it.realm.ServiceSettings;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What scripts do to venues and badge clients over the admin API. */
@ExtendWith(SharedKeycloak.class)
class AdminRestIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASK = "**********";
    private static final Map<String, String> ADDRESSES = Map.of(
            "KEYCLOAK_URL", "http://localhost:1",
            "ATELIER_URL", "http://localhost:2",
            "FABRIQUE_URL", "http://localhost:3",
            "PHARE_URL", "http://localhost:4",
            "LIBRARY_URL", "http://localhost:5");

    private Federation federation;

    @BeforeEach
    void create(KeycloakServer server) {
        federation = Federation.create(server, RealmFile.read("federation-realm.json", Map.of()));
    }

    @Test
    void whatIsReadAndWrittenBackIsUnchanged() {
        importVenues("FAIL");
        federation.add(VenueSettings.hostOnly("quai").with("acceptedHomeVenues", "atelier"));
        federation.add(ServiceSettings.badgeClient("quai-badge", "quai"));
        List<String> paths = new ArrayList<>(List.of(
                "/authentication/required-actions/venue-arrival/config",
                "/authentication/required-actions/venue-arrival"));
        for (String venue : List.of("atelier", "fabrique", "phare", "quai")) {
            paths.add("/identity-provider/instances/" + venue);
        }
        for (JsonNode client : get("/clients?search=true&clientId=-badge")) {
            String path = "/clients/" + client.path("id").asText();
            paths.add(path);
            for (JsonNode mapper : client.path("protocolMappers")) {
                paths.add(path + "/protocol-mappers/models/" + mapper.path("id").asText());
            }
        }
        assertThat(paths).hasSize(2 + 4 + 4 + 4);
        List<String> secrets = secrets();
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(3).doesNotContain(MASK);

        for (String path : paths) {
            JsonNode before = get(path);
            federation.admin().put(federation.path(path), before.toString());
            assertThat(ComparableExport.of(get(path))).as(path).isEqualTo(ComparableExport.of(before));
        }

        assertThat(secrets()).isEqualTo(secrets);
    }

    @Test
    void scriptThatLeavesTheSaltOutDoesNotLoseIt() {
        importVenues("FAIL");
        ObjectNode venue = (ObjectNode) venue("atelier");
        String salt = venue.path("config").path("memberSalt").asText();
        ((ObjectNode) venue.path("config")).remove("memberSalt");

        federation.admin().put(federation.path("/identity-provider/instances/atelier"), venue.toString());

        assertThat(salt).isNotBlank();
        assertThat(venue("atelier").path("config").path("memberSalt").asText()).isEqualTo(salt);
    }

    @Test
    void partialImportFillsInWhatItNeedNotSay() {
        importVenues("FAIL");

        for (String alias : List.of("atelier", "fabrique", "phare")) {
            JsonNode venue = venue(alias);
            assertThat(venue.path("postBrokerLoginFlowAlias").asText()).isEqualTo("federation access");
            assertThat(venue.path("firstBrokerLoginFlowAlias").asText()).isEqualTo("federation first login");
            assertThat(venue.path("config").path("syncMode").asText()).isEqualTo("FORCE");
            assertThat(venue.path("config").path("memberSalt").asText()).isNotBlank();
        }
    }

    @Test
    void partialImportThatMustNotMeetAnythingChangesNothing() {
        importVenues("FAIL");
        String before = ComparableExport.of(get("/identity-provider/instances"));

        HttpResponse<String> answer = partialImport(venues("FAIL"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ComparableExport.of(get("/identity-provider/instances"))).isEqualTo(before);
    }

    @Test
    void partialImportThatSkipsLeavesVenuesAlone() {
        importVenues("FAIL");
        String before = ComparableExport.of(get("/identity-provider/instances"));
        List<String> secrets = secrets();

        JsonNode result = importVenues("SKIP");

        assertThat(result.path("skipped").asInt()).isEqualTo(11);
        assertThat(result.path("added").asInt()).isZero();
        assertThat(ComparableExport.of(get("/identity-provider/instances"))).isEqualTo(before);
        assertThat(secrets()).isEqualTo(secrets);
    }

    @Test
    void partialImportThatOverwritesKeepsWhoTheVenuesAre() {
        importVenues("FAIL");
        JsonNode before = venue("atelier");
        ObjectNode file = venues("OVERWRITE");
        ((ObjectNode) file.path("identityProviders").path(0).path("config")).put("kcTheme-city", "Nantes-Sud");

        assertThat(partialImport(file).statusCode()).isEqualTo(200);

        JsonNode after = venue("atelier");
        assertThat(after.path("config").path("kcTheme-city").asText()).isEqualTo("Nantes-Sud");
        assertThat(after.path("internalId")).isEqualTo(before.path("internalId"));
        assertThat(after.path("config").path("memberSalt"))
                .isEqualTo(before.path("config").path("memberSalt"));
        assertThat(get("/clients?clientId=atelier-badge")
                        .path(0)
                        .path("protocolMappers")
                        .path(0)
                        .path("config")
                        .path("venue")
                        .asText())
                .isEqualTo("atelier");
    }

    @Test
    void partialImportTakesVenuesInAnyOrder() {
        ObjectNode file = venues("FAIL");
        ((ObjectNode) file.path("identityProviders").path(0).path("config"))
                .put("acceptedHomeVenues", "phare##fabrique");

        assertThat(partialImport(file).statusCode()).isEqualTo(200);
        assertThat(venue("atelier").path("config").path("acceptedHomeVenues").asText())
                .isEqualTo("phare##fabrique");
    }

    @Test
    void partialImportWithOneWrongVenueChangesNothing() {
        ObjectNode file = venues("FAIL");
        ((ObjectNode) file.path("identityProviders").path(2).path("config")).remove("accessRule");

        HttpResponse<String> answer = partialImport(file);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Venue 'phare': accessRule is missing");
        assertThat(get("/identity-provider/instances")).isEmpty();
        assertThat(get("/clients?search=true&clientId=-badge")).isEmpty();
    }

    @Test
    void partialExportMasksWhatIsDocumentedAndNothingElse() {
        importVenues("FAIL");
        federation.change("fabrique", Map.of("clientSecret", "${vault.fabrique}", "accessApiKey", "${vault.key}"));

        JsonNode export = federation
                .admin()
                .post(federation.path("/partial-export?exportClients=true&exportGroupsAndRoles=true"), "");

        assertThat(masked("", export))
                .containsExactlyInAnyOrder(
                        "/identityProviders/atelier/config/clientSecret",
                        "/identityProviders/phare/config/clientSecret",
                        "/clients/atelier-badge/secret",
                        "/clients/fabrique-badge/secret",
                        "/clients/phare-badge/secret",
                        "/clients/badge-atelier/secret",
                        "/clients/badge-fabrique/secret",
                        "/clients/badge-phare/secret",
                        "/clients/library/secret");
        JsonNode fabrique = named(export.path("identityProviders"), "fabrique");
        assertThat(fabrique.path("config").path("clientSecret").asText()).isEqualTo("${vault.fabrique}");
        assertThat(fabrique.path("config").path("accessApiKey").asText()).isEqualTo("${vault.key}");
        assertThat(fabrique.path("config").path("memberSalt").asText()).isNotBlank();
        JsonNode keys = export.path("components").path("org.keycloak.keys.KeyProvider");
        assertThat(keys)
                .hasSize(5)
                .noneMatch(key ->
                        key.path("config").has("secret") || key.path("config").has("privateKey"));
        assertThat(export.has("users")).isFalse();
    }

    @Test
    void maskIsNotTakenForASecret() {
        ObjectNode file = venues("FAIL");
        ObjectNode config = (ObjectNode) file.path("identityProviders").path(0).path("config");
        config.put("clientSecret", MASK);

        HttpResponse<String> answer = partialImport(file);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Venue 'atelier': The client secret is only stars");
        assertThat(get("/identity-provider/instances")).isEmpty();

        importVenues("FAIL");
        List<String> secrets = secrets();
        answer = partialImport(file.put("ifResourceExists", "OVERWRITE"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(secrets()).isEqualTo(secrets);
    }

    private static List<String> masked(String path, JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isTextual() && node.textValue().equals(MASK)) {
            found.add(path);
        }
        node.properties().forEach(field -> found.addAll(masked(path + "/" + field.getKey(), field.getValue())));
        if (node.isArray()) {
            node.forEach(element -> found.addAll(masked(path + "/" + name(element), element)));
        }
        return found;
    }

    private static JsonNode named(JsonNode list, String alias) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element.path("alias").asText().equals(alias))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonNode element) {
        return element.path("alias")
                .asText(element.path("clientId").asText(element.path("name").asText("")));
    }

    private JsonNode importVenues(String whenThereIsOne) {
        HttpResponse<String> answer = partialImport(venues(whenThereIsOne));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> partialImport(JsonNode file) {
        return federation.admin().send("POST", federation.path("/partialImport"), file.toString());
    }

    private static ObjectNode venues(String whenThereIsOne) {
        return RealmFile.read("demo/federation-venues.json", ADDRESSES)
                .content()
                .<ObjectNode>deepCopy()
                .put("ifResourceExists", whenThereIsOne);
    }

    private JsonNode venue(String alias) {
        return get("/identity-provider/instances/" + alias);
    }

    private JsonNode get(String path) {
        return federation.admin().get(federation.path(path));
    }

    /** As they are stored; the admin API masks them. */
    private List<String> secrets() {
        return federation
                .server()
                .database()
                .firstColumn("select c.value from identity_provider_config c"
                        + " join identity_provider p on p.internal_id = c.identity_provider_id"
                        + " join realm r on r.id = p.realm_id where c.name = 'clientSecret' and r.name = '"
                        + federation.name() + "' order by p.provider_alias");
    }
}
