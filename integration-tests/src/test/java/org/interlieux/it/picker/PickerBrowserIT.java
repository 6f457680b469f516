package org.interlieux.it.picker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interlieux.it.browser.WindowOptions.desktop;
import static org.interlieux.it.browser.WindowOptions.phone;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.scene.Town;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picker as a combobox: what a browser that runs scripts makes of the form. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
class PickerBrowserIT {
    private static final Pattern SEARCHES = Pattern.compile("/venues\\?");

    private static Town town;
    private final List<String> errors = new ArrayList<>();
    private Window window;
    private PickerPage picker;

    @BeforeAll
    static void build(KeycloakServer server) {
        town = Town.set(server);
    }

    @BeforeEach
    void open(Browser browser) {
        window = browser.open(phone());
        window.page().onPageError(errors::add);
        picker = openPicker(window);
    }

    @AfterEach
    void nothingBroke() {
        assertThat(errors).isEmpty();
    }

    @Test
    @DisplayName("The search field is a combobox, and says what it found")
    void isACombobox() {
        Locator field = picker.searchField();
        assertThat(field).hasAttribute("role", "combobox");
        assertThat(field).hasAttribute("aria-autocomplete", "list");
        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(picker.options()).hasCount(0);

        picker.type("brest");

        assertThat(picker.options()).hasCount(1);
        assertThat(picker.options()).containsText("Le Phare");
        assertThat(picker.options()).containsText("Brest");
        assertThat(picker.count()).hasText("1 venue found");
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertThat(window.page().locator("[role=listbox]")).hasId(String.valueOf(field.getAttribute("aria-controls")));
        assertThat(window.page().locator("#venue-pages")).isHidden();
        window.assertAccessible();
    }

    @Test
    @DisplayName("With the keyboard alone: up, down, home, end, Escape, Enter")
    void worksWithTheKeyboard() {
        picker.type("bureau");
        assertThat(picker.options()).hasCount(25);
        assertThat(picker.activeOption()).hasCount(0);

        picker.press("ArrowDown");
        assertActive(0);
        picker.press("ArrowDown");
        assertActive(1);
        picker.press("ArrowUp");
        assertActive(0);
        picker.press("End");
        assertActive(24);
        picker.press("Home");
        assertActive(0);
        assertThat(picker.searchField()).isFocused();

        picker.press("Escape");
        assertThat(picker.searchField()).hasAttribute("aria-expanded", "false");
        assertThat(picker.activeOption()).hasCount(0);
        assertThat(picker.searchField()).hasValue("bureau");
        picker.press("Escape");
        assertThat(picker.searchField()).hasValue("");
        assertThat(picker.count()).hasText("Venues 1 to 25 of 60");

        picker.type("l'atelier");
        assertThat(picker.options()).hasCount(1);
        picker.press("ArrowDown");
        assertThat(picker.searchField())
                .hasAttribute(
                        "aria-activedescendant",
                        String.valueOf(picker.options().first().getAttribute("id")));
        picker.press("Enter");
        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("atelier")));
    }

    @Test
    @DisplayName("Left and right are for the text; Enter without an option sends the form")
    void keysOfTheTextStayWithIt() {
        picker.type("brest");
        assertThat(picker.options()).hasCount(1);
        picker.press("ArrowDown").press("ArrowLeft");
        assertThat(picker.activeOption()).hasCount(0);

        picker.press("Enter");

        assertThat(picker.count()).hasText("1 venue found");
        assertThat(picker.options()).hasCount(0);
        assertThat(picker.listed()).containsExactly("phare");
    }

    @Test
    @DisplayName("A tap on a venue that was found goes there")
    void isTapped() {
        picker.type("rennes");

        picker.options().first().tap();

        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("fabrique")));
    }

    @Test
    @DisplayName("25 at a time, more on demand, with the keyboard too")
    void showsMore() {
        picker.type("bureau");
        assertThat(picker.count()).hasText("Venues 1 to 25 of 57");
        picker.showMore().tap();
        assertThat(picker.count()).hasText("Venues 1 to 50 of 57");
        assertThat(picker.options()).hasCount(50);

        picker.searchField().focus();
        picker.press("ArrowUp");
        assertActive(49);
        picker.press("ArrowDown");
        assertThat(picker.count()).hasText("57 venues found");
        assertActive(50);
        assertThat(picker.showMore()).hasCount(0);

        picker.press("End").press("ArrowDown");
        assertActive(0);
    }

    @Test
    @DisplayName("The list of all venues grows in its place")
    void growsTheList() {
        picker.showMore().tap();
        assertThat(picker.count()).hasText("Venues 1 to 50 of 60");
        assertThat(window.page().locator("#venue-pages li:nth-child(26) button"))
                .isFocused();
        picker.showMore().tap();
        assertThat(picker.count()).hasText("60 venues found");
        assertThat(picker.showMore()).hasCount(0);
        assertThat(picker.listed()).hasSize(Town.SIZE).doesNotHaveDuplicates();

        picker.choose("atelier");
        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("atelier")));
    }

    @Test
    @DisplayName("Nothing found is an alert with tips and a way out; it goes when there is something again")
    void saysWhatToDoWhenNothingIsFound() {
        picker.type("nowhere");

        assertThat(picker.nothingFound()).containsText("No venue found");
        assertThat(picker.searchField()).hasAttribute("aria-expanded", "false");
        assertThat(window.page().locator("#venue-pages")).isHidden();
        picker.assertReadableAsItIs("picker-nothing");

        picker.searchField().fill("rennes");
        assertThat(picker.options()).hasCount(1);
        assertThat(picker.nothingFound()).hasText("");

        picker.searchField().fill("nowhere");
        picker.nothingFound().getByRole(AriaRole.BUTTON).tap();
        assertThat(picker.count()).hasText("Venues 1 to 25 of 60");
        assertThat(picker.searchField()).hasValue("");
    }

    @Test
    @DisplayName("The answer to an older question never overwrites that to a newer one")
    void staleAnswersAreDropped() {
        List<Route> held = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        window.page().onRequestFailed(request -> cancelled.add(request.url()));
        window.page().route(Pattern.compile("/venues\\?q=brest"), held::add);

        window.page().waitForRequest(SEARCHES, () -> picker.type("brest"));
        picker.searchField().fill("rennes");
        assertThat(picker.options()).hasText(Pattern.compile("La Fabrique"));

        held.get(0)
                .fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"total\": 0, \"venues\": []}"));

        assertThat(cancelled).singleElement().asString().contains("q=brest");
        window.page().waitForResponse(SEARCHES, () -> picker.searchField().fill("nantes"));
        assertThat(picker.options()).hasText(Pattern.compile("L'Atelier"));
    }

    @Test
    @DisplayName("A search that was emptied meanwhile shows nothing any more")
    void emptiedSearchesAreDropped() {
        List<Route> held = new ArrayList<>();
        window.page().route(SEARCHES, held::add);
        window.page().waitForRequest(SEARCHES, () -> picker.type("brest"));

        picker.searchField().fill("");
        held.get(0)
                .fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"total\": 0, \"venues\": []}"));

        assertThat(picker.count()).hasText("Venues 1 to 25 of 60");
        assertThat(picker.nothingFound()).hasText("");
    }

    @Test
    @DisplayName("Of an address nothing before the @ is in any request")
    void thePersonOfAnAddressStaysOnThePage() {
        List<String> requests = new ArrayList<>();
        window.page().onRequest(request -> requests.add(request.url() + " " + request.headers() + body(request)));

        picker.type("zoequartz@fabrique.example");
        assertThat(picker.options()).hasText(Pattern.compile("La Fabrique"));
        assertThat(picker.searchField()).hasValue("zoequartz@fabrique.example");
        picker.press("Enter");
        assertThat(picker.searchField()).hasValue("@fabrique.example");
        picker.searchField().fill("zoequartz@fabrique.example");
        picker.choose("fabrique");
        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("fabrique")));

        assertThat(requests).hasSizeGreaterThan(3).noneMatch(request -> request.contains("zoequ"));
        assertThat(requests).anyMatch(request -> request.contains("q=%40fabrique.example&"));
    }

    @Test
    @DisplayName("Without an answer the page says so, and the form still works")
    void worksWhenTheSearchDoesNot() {
        window.page().route(SEARCHES, Route::abort);

        picker.type("rennes");
        assertThat(picker.nothingFound()).hasText("The search does not answer. Press “Search” to try again.");
        picker.press("Enter");
        assertThat(picker.count()).hasText("1 venue found");
        assertThat(picker.listed()).containsExactly("fabrique");

        picker = openPicker(window);
        picker.showMore().tap();
        assertThat(picker.count()).hasText("Venues 26 to 50 of 60");
    }

    @Test
    @DisplayName("Hidden and disabled venues are found by nothing")
    void hidesWhatIsHidden() {
        for (String text : List.of("secret", "@secret.example", "fermé", "@closed.example")) {
            picker.searchField().fill("");
            window.page().waitForResponse(SEARCHES, () -> picker.type(text));
            assertThat(picker.nothingFound()).containsText("No venue found");
        }
    }

    @Test
    @DisplayName("Who comes back from a venue can choose another one")
    void comesBack() {
        picker.type("rennes");
        picker.options().first().tap();
        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("fabrique")));

        window.page().goBack();
        picker = new PickerPage(window);
        picker.search("brest");

        assertThat(picker.listed()).containsExactly("phare");
    }

    @ParameterizedTest(name = "Theme {0}")
    @ValueSource(strings = {"keycloak.v2", "keycloak"})
    @DisplayName("The script is there under any theme")
    void worksUnderOtherThemes(String theme) {
        useTheme(theme);
        try {
            picker = openPicker(window);
            assertThat(picker.searchField()).hasAttribute("role", "combobox");
            assertThat(window.page().locator("#more-options")).isHidden();
            picker.type("rennes");
            assertThat(picker.options()).hasCount(1);
            window.screenshot("picker-theme-" + theme);
        } finally {
            useTheme("interlieux");
        }
    }

    @Test
    @DisplayName("Readable in both languages, light and dark, on a phone and on a narrow one")
    void isReadable(Browser browser) {
        picker.assertReadable("picker");
        picker.type("bureau 1").press("ArrowDown");
        assertActive(0);
        picker.assertReadableAsItIs("picker-options");

        PickerPage french = openPicker(browser.open(desktop().french()));
        french.type("bureau 1");
        assertThat(french.options()).hasCount(14);
        assertThat(french.count()).hasText("14 lieux trouvés");
        french.press("ArrowDown");
        french.assertReadableAsItIs("picker-options");
    }

    private static PickerPage openPicker(Window window) {
        window.open(town.loginUrl());
        return new PickerPage(window);
    }

    private void assertActive(int index) {
        Locator option = picker.options().nth(index);
        assertThat(option).hasAttribute("aria-selected", "true");
        assertThat(option).isInViewport();
        assertThat(picker.activeOption()).hasCount(1);
    }

    private static String body(Request request) {
        return request.postData() == null ? "" : request.postData();
    }

    private static void useTheme(String theme) {
        var realm = town.federation().realm().toRepresentation();
        realm.setLoginTheme(theme);
        town.federation().realm().update(realm);
    }
}
