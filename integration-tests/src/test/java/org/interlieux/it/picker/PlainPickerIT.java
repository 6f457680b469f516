package org.interlieux.it.picker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interlieux.it.browser.WindowOptions.phone;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.scene.ServerLog;
import org.interlieux.it.scene.Town;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The picker in a browser that runs no scripts: a form, and whole pages. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
class PlainPickerIT {
    private static final int LARGEST_PAGE = 40 * 1024;

    private static Town town;
    private Window window;
    private PickerPage picker;

    @BeforeAll
    static void build(KeycloakServer server) {
        town = Town.set(server);
    }

    @BeforeEach
    void open(Browser browser) {
        window = browser.open(phone().withoutScripts()).open(town.loginUrl());
        picker = new PickerPage(window);
    }

    @Test
    @DisplayName("All venues, 25 at a time, there and back")
    void showsAPageAtATime() {
        assertThat(picker.count()).hasText("Venues 1 to 25 of 60");
        assertThat(picker.listed()).hasSize(25).doesNotHaveDuplicates();
        assertThat(picker.previousPage()).hasCount(0);

        picker.showMore().click();
        assertThat(picker.count()).hasText("Venues 26 to 50 of 60");
        picker.showMore().click();
        assertThat(picker.count()).hasText("Venues 51 to 60 of 60");
        assertThat(picker.listed()).hasSize(10);
        assertThat(picker.showMore()).hasCount(0);

        picker.previousPage().click();
        assertThat(picker.count()).hasText("Venues 26 to 50 of 60");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "l'atelier, atelier",
        "LATELIER, atelier",
        "atl, atelier",
        "brest, phare",
        "phare-de-brest.example, phare",
        "@fabrique.example, fabrique",
        "someone@members.atelier.example, atelier"
    })
    void finds(String text, String alias) {
        picker.search(text);

        assertThat(picker.listed()).startsWith(alias);
    }

    @Test
    @DisplayName("Who types a whole address gets the venue, and the name in it back from nowhere")
    void dropsThePersonOfAnAddress(KeycloakServer server) {
        ServerLog log = ServerLog.from(server);

        picker.search("ada.lemaire@fabrique.example");

        assertThat(picker.searchField()).hasValue("@fabrique.example");
        assertThat(picker.count()).hasText("1 venue found");
        assertThat(picker.listed()).containsExactly("fabrique");
        assertThat(window.page().content()).doesNotContain("lemaire");
        assertThat(window.page().url()).doesNotContain("lemaire");
        assertThat(log.text()).doesNotContain("lemaire");
    }

    @Test
    @DisplayName("A search without a result says so, and what to do")
    void saysWhatToDoWhenNothingIsFound() {
        picker.search("nowhere at all");

        assertThat(picker.nothingFound()).containsText("No venue found");
        assertThat(picker.nothingFound()).containsText("Try its city");
        assertThat(picker.listed()).isEmpty();
        picker.assertFitsWithoutScripts("picker-plain-nothing");

        window.page().click("#no-venue button");
        assertThat(picker.count()).hasText("Venues 1 to 25 of 60");
    }

    @Test
    @DisplayName("Enter in the search field searches, and chooses no venue")
    void enterSearches() {
        picker.type("brest").press("Enter");

        assertThat(picker.count()).hasText("1 venue found");
        assertThat(picker.listed()).containsExactly("phare");
    }

    @Test
    @DisplayName("With the keyboard alone: tab to a venue, Enter")
    void choosesWithTheKeyboard() {
        picker.type("l'atelier").press("Enter");
        picker.searchField().focus();
        for (int tab = 0;
                tab < 4
                        && window.page()
                                        .locator(PickerPage.venue("atelier") + ":focus")
                                        .count()
                                == 0;
                tab++) {
            picker.press("Tab");
        }
        picker.press("Enter");

        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("atelier")));
    }

    @Test
    @DisplayName("The page is small, and nothing on it runs by itself")
    void pageIsSmall() {
        String html = window.page().content();

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(LARGEST_PAGE);
        // The language select of Keycloak's own layout has the only one.
        assertThat(Pattern.compile(" on[a-z]+=").matcher(html).results()).hasSize(1);
    }

    @Test
    @DisplayName("Hidden and disabled venues are on no page, and choosing one does nothing")
    void hidesWhatIsHidden() {
        for (String text : new String[] {"secret", "@secret.example", "fermé", "@closed.example"}) {
            picker.search(text);
            assertThat(picker.listed()).as(text).doesNotContain("secret", "closed");
        }
        for (String alias : new String[] {"secret", "closed", "unknown"}) {
            picker.search("atelier");
            window.page().evaluate("([button, alias]) => document.querySelector(button).value = alias", new String[] {
                PickerPage.venue("atelier"), alias
            });
            picker.choose(alias);

            assertThat(picker.message())
                    .hasText("This venue can’t be chosen at the moment. Ask its team, or choose another one.");
            assertThat(picker.message()).hasAttribute("role", "alert");
        }
    }

    @Test
    @DisplayName("Fits on a narrow phone, in both languages")
    void fits(Browser browser) {
        picker.assertFitsWithoutScripts("picker-plain");

        Window french = browser.open(phone().french().withoutScripts()).open(town.loginUrl());
        PickerPage frenchPicker = new PickerPage(french);
        assertThat(frenchPicker.count()).hasText("Lieux 1 à 25 sur 60");
        frenchPicker.assertFitsWithoutScripts("picker-plain");
    }
}
