package org.interlieux.it.venues;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.realm.VenueSettings;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /realms/{realm}/venues}: what anyone may read, and how soon a change is in it. */
@ExtendWith(SharedKeycloak.class)
class VenueListIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Federation federation;

    @BeforeEach
    void create(KeycloakServer server) {
        federation = Federation.create(server)
                .add(dokos("atelier", "L'Atelier")
                        .with("abbreviation", "ATL")
                        .with("kcTheme-city", "Nantes")
                        .with("kcTheme-color", "#2f6f4f")
                        .with("emailDomains", "atelier.example##atelier.org"))
                .add(dokos("fabrique", "La Fabrique"))
                .add(VenueSettings.hostOnly("quai"));
    }

    @Test
    void venueIsShownWithWhatItIsRecognisedBy() {
        JsonNode list = list("?q=latelier");

        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.has("next")).isFalse();
        assertThat(list.path("venues").path(0))
                .isEqualTo(JSON.valueToTree(Map.of(
                        "alias", "atelier",
                        "name", "L'Atelier",
                        "abbreviation", "ATL",
                        "city", "Nantes",
                        "site", "atelier.example",
                        "color", "#2f6f4f",
                        "initials", "A")));
    }

    @Test
    void addressIsSearchedForByItsDomain() {
        assertThat(aliases("?q=" + encoded("ada@atelier.org"))).containsExactly("atelier");
        assertThat(aliases("?q=" + encoded("fabrique@elsewhere.example"))).isEmpty();
    }

    @Test
    void placeWithoutMembersAndHiddenAndDisabledVenuesAreNotInIt() {
        var hidden = federation.realm().identityProviders().get("atelier");
        var representation = hidden.toRepresentation();
        representation.setHideOnLogin(true);
        hidden.update(representation);
        federation.enable("fabrique", false);

        assertThat(aliases("")).isEmpty();
        assertThat(aliases("?q=quai")).isEmpty();
        assertThat(aliases("?q=" + encoded("ada@atelier.example"))).isEmpty();
    }

    @Test
    void everyChangeIsSeenAtOnce() {
        assertThat(aliases("")).containsExactly("fabrique", "atelier");

        federation.add(dokos("phare", "Le Phare"));
        assertThat(aliases("?q=phare")).containsExactly("phare");

        federation.change("phare", Map.of("kcTheme-city", "Brest"));
        assertThat(aliases("?q=brest")).containsExactly("phare");

        federation.enable("phare", false);
        assertThat(aliases("?q=phare")).isEmpty();

        federation.enable("phare", true);
        assertThat(aliases("?q=phare")).containsExactly("phare");

        federation.realm().identityProviders().get("phare").remove();
        assertThat(aliases("?q=phare")).isEmpty();
    }

    @Test
    void listComesInPages() {
        JsonNode first = list("?max=1");
        JsonNode second = list("?max=1&first=" + first.path("next").asInt());

        assertThat(first.path("total").asInt()).isEqualTo(2);
        assertThat(first.path("venues").path(0).path("alias").asText()).isEqualTo("fabrique");
        assertThat(second.path("venues").path(0).path("alias").asText()).isEqualTo("atelier");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void unchangedListIsNotSentAgain() {
        HttpResponse<String> full = get("", Map.of());
        String tag = full.headers().firstValue("ETag").orElseThrow();

        assertThat(full.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=10"));
        assertThat(full.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(get("", Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);

        federation.add(dokos("phare", "Le Phare"));

        assertThat(get("", Map.of("If-None-Match", tag)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?max=51", "?max=0", "?max=x", "?first=-1", "?first=1.5"})
    void pageThatCannotBeIsRefusedWithWhatCan(String query) throws IOException {
        HttpResponse<String> answer = get(query, Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).isEqualTo("invalid_request");
        assertThat(JSON.readTree(answer.body()).path("error_description").asText())
                .contains("must be a number from");
    }

    @Test
    void realmWithoutVenuesHasNoList(KeycloakServer server) {
        Federation empty = Federation.create(server);

        assertThat(get(empty, "", Map.of()).statusCode()).isEqualTo(404);
    }

    private static VenueSettings dokos(String alias, String name) {
        return VenueSettings.dokos(
                        alias, "https://" + alias + ".example", "keycloak", "a-secret-of-32-characters-or-more")
                .named(name);
    }

    private List<String> aliases(String query) {
        return list(query).path("venues").findValuesAsText("alias");
    }

    private JsonNode list(String query) {
        HttpResponse<String> answer = get(query, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(String query, Map<String, String> headers) {
        return get(federation, query, headers);
    }

    private static HttpResponse<String> get(Federation federation, String query, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(federation.url() + "/venues" + query));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
