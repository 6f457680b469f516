package org.interlieux.it.badge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.interlieux.it.realm.Federation;
import org.interlieux.it.scene.Guest;
import org.interlieux.it.scene.Scene;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.ServerDatabase;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code /my-visits} in a browser: members read and take along their own visits, with the cookie of their login. */
@ExtendWith(SharedKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MyVisitsPageIT {
    /** Among them one that a spreadsheet would calculate with. */
    private static final String NAME = "=HYPERLINK(\"http://evil.example\";\"La Fabrique\")";

    private static final int MORE = 22;

    private Scene scene;
    private Guest ada;
    private Guest chloe;

    /** Ada was at La Fabrique and is at Le Phare; Chloé was at Le Phare. */
    @BeforeAll
    void set(KeycloakServer server) {
        scene = Scene.set(server);
        BadgeDoor fabrique = BadgeDoor.open(scene, "fabrique");
        BadgeDoor phare = BadgeDoor.open(scene, "phare");
        ada = new Guest();
        chloe = new Guest();
        fabrique.enter(ada, "atelier", Scene.ADA);
        phare.enter(ada);
        phare.enter(chloe, "fabrique", Scene.CHLOE);
        BadgeDoor.leave(chloe);
    }

    @AfterAll
    void close() {
        ada.close();
        chloe.close();
        scene.close();
    }

    @Test
    @Order(1)
    void memberReadsTheirOwnVisitsNewestFirst() {
        ada.visitor().click("#my-visits-link");

        assertThat(ada.visitor().location()).isEqualTo(url());
        assertThat(rows(ada)).hasSize(2);
        assertThat(rows(ada).get(0)).contains("Le Phare", "still there");
        assertThat(rows(ada).get(1)).contains("La Fabrique", "You entered another venue.", "< 1 min");
        assertThat(ada.visitor().header("Cache-Control")).contains("no-store");
        assertThat(ada.visitor().text()).contains("180 days");

        chloe.visitor().click("#my-visits-link");
        assertThat(rows(chloe)).singleElement().asString().contains("Le Phare", "You said that you left.");
        assertThat(chloe.visitor().browse(url() + "?before=nonsense").status()).isEqualTo(200);
        assertThat(rows(chloe)).hasSize(1);
    }

    @Test
    @Order(2)
    void manyVisitsArePagedAndAllInTheFile() {
        giveAdaMore();

        ada.visitor().browse(url());
        assertThat(rows(ada)).hasSize(20);
        assertThat(ada.visitor().sees("#newest-visits")).isFalse();
        ada.visitor().click("#older-visits");
        assertThat(rows(ada)).hasSize(2 + MORE - 20);
        assertThat(ada.visitor().text()).contains("(estimated)", "so it ended by itself");
        assertThat(ada.visitor().sees("#older-visits")).isFalse();
        ada.visitor().click("#newest-visits");
        assertThat(rows(ada)).hasSize(20);

        HttpResponse<String> file = BadgeDoor.send(ada, request("/visits.csv", "same-origin"));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(file.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"visits.csv\"");
        assertThat(file.headers().firstValue("Cache-Control")).contains("no-store");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(1 + 2 + MORE).doesNotHaveDuplicates();
        assertThat(lines.get(0))
                .isEqualTo(
                        "\uFEFF\"Venue\",\"Entered\",\"Left\",\"Time zone\",\"How it ended\",\"Estimated\",\"Visit\"");
        assertThat(lines.get(1))
                .matches("\"Le Phare\",\"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\",\"\",.*,\"no\",\".*\"");
        assertThat(lines.get(lines.size() - 1)).contains("\"Europe/Paris\"", "\"yes\"");
    }

    @Test
    @Order(3)
    void fileIsSafeInASpreadsheetAndInTheReadersLanguage() {
        var venues = scene.federation().realm().identityProviders();
        var fabrique = venues.get("fabrique").toRepresentation();
        fabrique.setDisplayName(NAME);
        venues.get("fabrique").update(fabrique);

        HttpResponse<String> file = BadgeDoor.send(ada, request("/visits.csv?kc_locale=fr", "none"));

        assertThat(file.body())
                .contains("\"Lieu\";\"Entrée\";\"Sortie\"")
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"La Fabrique\"\")\";")
                .doesNotContain("\"=");
    }

    @Test
    @Order(4)
    void nobodyElseReadsAnything(KeycloakServer server) {
        try (Guest stranger = new Guest()) {
            for (String path : List.of("", "/visits.csv")) {
                stranger.visitor().browse(url() + path);
                assertThat(stranger.visitor().status()).isEqualTo(401);
                assertThat(stranger.visitor().text()).contains("Open the badge page");
                assertThat(stranger.visitor().header("WWW-Authenticate")).contains("Bearer");
            }
        }
        HttpResponse<String> embedded = BadgeDoor.send(ada, request("/visits.csv", "cross-site"));
        assertThat(embedded.statusCode()).isEqualTo(401);
        assertThat(embedded.body()).doesNotContain("Le Phare");
        for (String path : List.of("", "/visits.csv")) {
            HttpResponse<String> page = BadgeDoor.send(
                    ada,
                    request(path, "same-origin")
                            .header("Accept", "text/html")
                            .header("Origin", "https://evil.example"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().map().keySet())
                    .as("no other site's script may read it")
                    .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }

        Federation without = Federation.create(server);
        assertThat(ada.visitor().browse(without.url() + "/my-visits").status()).isEqualTo(404);
        without.remove();
    }

    @Test
    @Order(5)
    void whoDoesNotAskForAPageGetsJsonAndNeedsAToken() {
        HttpResponse<String> any = BadgeDoor.send(ada, request("", "same-origin"));
        HttpResponse<String> json =
                BadgeDoor.send(ada, request("", "same-origin").header("Accept", "application/json"));

        assertThat(List.of(any, json)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as("the cookie is no token").isEqualTo(401);
            assertThat(answer.body()).contains("invalid_token");
        });
    }

    /** Copies of the first visit on earlier days, closed by themselves. */
    private void giveAdaMore() {
        ServerDatabase database = scene.server().database();
        JsonNode first =
                scene.federation().interlieux("visits?max=1").path("visits").path(0);
        String id = first.path("visit").path("id").asText();
        for (int day = 1; day <= MORE; day++) {
            database.execute(
                    "insert into interlieux_visit (id, realm_id, user_id, home_venue_id, host_venue_id, client_id,"
                            + " open_key, change_count, entered_at, exited_at, exit_reason, exit_estimated, channel, access_rule,"
                            + " kept_since) select '" + day + substring(id)
                            + "', realm_id, user_id, home_venue_id, host_venue_id,"
                            + " client_id, '" + day + substring(id) + "', 2, entered_at - " + day * 86_400_000L
                            + ", entered_at + 43200000 - " + day * 86_400_000L
                            + ", 'closing', true, channel, access_rule, entered_at from interlieux_visit where id = '"
                            + id
                            + "'");
        }
    }

    private static String substring(String id) {
        return id.substring(2);
    }

    private static List<String> rows(Guest guest) {
        return guest.visitor().html().querySelectorAll(".il-visit").stream()
                .map(row -> row.asNormalizedText())
                .toList();
    }

    private String url() {
        return scene.federation().url() + "/my-visits";
    }

    private HttpRequest.Builder request(String path, String fetchSite) {
        return HttpRequest.newBuilder(URI.create(url() + path)).header("Sec-Fetch-Site", fetchSite);
    }
}
