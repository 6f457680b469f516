package org.interlieux.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {
    private static final Federation FEDERATION = new Federation("http://localhost:1/realms/none", "door", "secret");

    private DemoVenue venue;
    private Visitor visitor;

    @BeforeEach
    void start(@TempDir Path folder) {
        venue = DemoVenue.start(TestSite.settings(true, "en", FEDERATION), folder.resolve("store.json"));
        visitor = new Visitor(venue);
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void theBrowserChoosesTheLanguage() {
        assertThat(visitor.get("/").body()).contains("Enter with my federation account");
        assertThat(visitor.get("/", "Accept-Language", "de, fr-CA;q=0.8, en;q=0.5")
                        .body())
                .contains("Entrer avec mon compte de la fédération", "Enregistrements dans le lieu", "lang=\"fr\"");
        assertThat(visitor.get("/", "Accept-Language", ";;;").statusCode()).isEqualTo(200);
    }

    @Test
    void aLanguageThatWasChosenStays() {
        assertThat(visitor.get("/?lang=fr").body()).contains("Entrer avec mon compte de la fédération");
        assertThat(visitor.get("/login", "Accept-Language", "en").body()).contains("Mot de passe");
    }

    @Test
    void theLoginPageKeepsItsWayBackInBothLanguages() {
        assertThat(visitor.get("/login?redirect-to=%2Fa%3Fb%26c").body())
                .contains("action=\"/login?redirect-to&#x3D;%2Fa%3Fb%26c\"")
                .contains("href=\"/login?redirect-to&#x3D;%2Fa%3Fb%26c&amp;lang&#x3D;fr\"");
    }

    @Test
    void everyPageSaysThatThisIsAStandIn() {
        for (String path : new String[] {"/", "/login", "/federation/logged-out"}) {
            assertThat(visitor.get(path).body())
                    .contains("<title>L&#39;Atelier (stand-in for a Dokos site)</title>", "This site is a stand-in");
        }
    }

    @Test
    void theStylesheetCarriesTheVenuesColour() {
        assertThat(visitor.get("/site.css").body()).startsWith(":root { --venue: #2f6f6b; }");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertThat(visitor.get("/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .startsWith("default-src 'none'");
    }
}
