package org.interlieux.it.picker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interlieux.it.browser.WindowOptions.phone;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.WindowOptions;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.scene.Town;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service may say beforehand: a venue, or an address. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
class PickerHintIT {
    private static Town town;
    private Window window;

    @BeforeAll
    static void build(KeycloakServer server) {
        town = Town.set(server);
    }

    @BeforeEach
    void open(Browser browser) {
        window = browser.open(phone());
    }

    @Test
    @DisplayName("kc_idp_hint goes straight to that venue")
    void venueIsGoneTo() {
        window.open(town.loginUrl(Map.of("kc_idp_hint", "fabrique")));

        assertThat(window.page().url()).contains(Town.loginAt("fabrique"));
    }

    @Test
    @DisplayName("Sent back from there, the member reads why, and is not sent there again")
    void venueIsGoneToOnce() {
        window.open(town.loginUrl(Map.of("kc_idp_hint", "fabrique")));
        window.open(parameter("redirect_uri") + "?error=access_denied&state=" + parameter("state"));

        PickerPage picker = new PickerPage(window);
        assertThat(picker.message()).isVisible();
        assertThat(picker.message()).hasAttribute("role", "alert");
        picker.assertReadableAsItIs("picker-error");

        picker.read("fr");
        assertThat(picker.title()).isEqualTo("De quel lieu êtes-vous membre ?");
    }

    @ParameterizedTest(name = "With scripts: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("login_hint puts the venue of that address first, with the focus on it, and goes nowhere")
    void venueOfTheAddressIsFirst(boolean scripts, Browser browser) {
        WindowOptions options = phone().french();
        window = browser.open(scripts ? options : options.withoutScripts());
        List<String> requests = new ArrayList<>();
        window.open(town.loginUrl(Map.of("login_hint", "zoequartz@Members.Atelier.example")));
        window.page()
                .onRequest(request ->
                        requests.add(request.url() + request.headers().get("referer")));

        PickerPage picker = new PickerPage(window);
        assertThat(picker.fromAddress()).containsExactly("atelier");
        assertThat(picker.text()).contains("D’après votre adresse");
        assertThat(window.page().locator(PickerPage.venue("atelier")).first()).isFocused();
        assertThat(window.page().content()).doesNotContainIgnoringCase("zoequartz");
        window.screenshot("picker-from-address");

        picker.press("Enter");
        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt("atelier")));
        assertThat(requests).isNotEmpty().noneMatch(request -> request.contains("zoequartz"));
    }

    @Test
    @DisplayName("Readable with a venue from the address and one from the device")
    void isReadable() {
        window.open(town.loginUrl());
        new PickerPage(window).search("rennes").choose("fabrique");
        window.open(town.loginUrl(Map.of("login_hint", "ada@members.atelier.example")));

        PickerPage picker = new PickerPage(window);
        assertThat(picker.fromAddress()).containsExactly("atelier");
        assertThat(picker.recent()).containsExactly("fabrique");
        picker.assertReadable("picker-hint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@secret.example", "ada@closed.example", "ada@unknown.example", "ada", "@", "ada@"})
    @DisplayName("A hidden, disabled or unknown venue's address changes nothing")
    void otherAddressesChangeNothing(String hint) {
        window.open(town.loginUrl(Map.of("login_hint", hint)));

        PickerPage picker = new PickerPage(window);
        assertThat(picker.fromAddress()).isEmpty();
        assertThat(window.page().content()).doesNotContain("Le Secret", "Le Fermé");
        assertThat(picker.count()).hasText("Venues 1 to 25 of 60");
    }

    /** From the address of the venue's login page. */
    private String parameter(String name) {
        Matcher parameter = Pattern.compile("(?:^|&)" + name + "=([^&]*)")
                .matcher(URI.create(window.page().url()).getRawQuery());
        assertThat(parameter.find()).as(name).isTrue();
        return URLDecoder.decode(parameter.group(1), StandardCharsets.UTF_8);
    }
}
