package org.interlieux.it.picker;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.interlieux.it.browser.WindowOptions.phone;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interlieux.it.browser.Browser;
import org.interlieux.it.browser.RealBrowser;
import org.interlieux.it.browser.Window;
import org.interlieux.it.browser.pages.PickerPage;
import org.interlieux.it.scene.Town;
import org.interlieux.it.server.KeycloakServer;
import org.interlieux.it.server.SharedKeycloak;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a device remembers of the venues that were chosen on it. */
@ExtendWith({SharedKeycloak.class, RealBrowser.class})
class RememberedVenuesIT {
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
    @DisplayName("The last three are shown first, newest on top; nobody is sent there without a tap")
    void threeAreShownFirst() {
        assertThat(picker().recent()).isEmpty();
        choose("atelier");
        choose("bureau-7");
        choose("bureau-8");
        choose("bureau-9");

        PickerPage picker = picker();
        assertThat(picker.recent()).containsExactly("bureau-9", "bureau-8", "bureau-7");
        assertThat(picker.listed()).hasSize(25);
        picker.assertReadable("picker-recent");

        picker.choose("bureau-7");
        assertAt("bureau-7");
        assertThat(picker().recent()).containsExactly("bureau-7", "bureau-9", "bureau-8");
    }

    @Test
    @DisplayName("The cookie holds aliases alone, for this realm and half a year, and no script reads it")
    void cookieHoldsAliasesAlone() {
        choose("atelier");
        choose("bureau-7");

        Cookie cookie = cookie().orElseThrow();
        assertThat(cookie.value).isEqualTo("bureau-7.atelier");
        assertThat(cookie.path).isEqualTo("/realms/" + town.federation().name() + "/");
        assertThat(cookie.httpOnly).isTrue();
        assertThat(cookie.secure).as("over plain HTTP").isFalse();
        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(Duration.between(Instant.now(), Instant.ofEpochSecond(cookie.expires.longValue())))
                .isBetween(Duration.ofDays(179), Duration.ofDays(180));
    }

    @Test
    @DisplayName("Unticked, a choice is not remembered, and what was remembered stays as it is")
    void untickedIsNotRemembered() {
        choose("atelier");
        choose("bureau-7");

        PickerPage picker = picker();
        assertThat(picker.remember()).isChecked();
        picker.remember().uncheck();
        picker.search("bureau 8").choose("bureau-8");
        assertAt("bureau-8");
        assertThat(picker().recent()).containsExactly("bureau-7", "atelier");

        picker = picker();
        picker.remember().uncheck();
        picker.choose("atelier");
        assertAt("atelier");
        assertThat(picker().recent()).containsExactly("bureau-7", "atelier");
    }

    @Test
    @DisplayName("The box stays unticked through a search, another language and a way back")
    void boxStaysAsItWasLeft() {
        PickerPage picker = picker();
        picker.remember().uncheck();

        picker.search("bureau");
        assertThat(picker.remember()).not().isChecked();
        picker.read("fr");
        assertThat(picker.remember()).not().isChecked();
        picker.type("rennes");
        picker.options().first().tap();

        assertAt("fabrique");
        assertThat(cookie()).isEmpty();
    }

    @Test
    @DisplayName("A venue that was found by the combobox is remembered as well")
    void optionIsRemembered() {
        picker().type("rennes").options().first().tap();
        assertAt("fabrique");

        assertThat(picker().recent()).containsExactly("fabrique");
    }

    @Test
    @DisplayName("Each can be removed; after the last one nothing is left on the device")
    void eachCanBeRemoved() {
        choose("atelier");
        choose("bureau-7");
        PickerPage picker = picker();

        picker.forget("bureau-7");
        assertThat(picker.message()).hasText("This device no longer remembers that venue.");
        assertThat(picker.message()).hasAttribute("role", "status");
        assertThat(picker.recent()).containsExactly("atelier");
        assertThat(cookie()).get().extracting(cookie -> cookie.value).isEqualTo("atelier");

        picker.forget("atelier");
        assertThat(picker.recent()).isEmpty();
        assertThat(cookie()).isEmpty();
        assertThat(picker().recent()).isEmpty();
    }

    @Test
    @DisplayName("Without scripts it is the same")
    void worksWithoutScripts(Browser browser) {
        window = browser.open(phone().withoutScripts());
        choose("atelier");
        PickerPage picker = picker();
        assertThat(picker.recent()).containsExactly("atelier");
        picker.assertFitsWithoutScripts("picker-plain-recent");
        picker.remember().uncheck();
        picker.search("bureau 7");
        assertThat(picker.remember()).not().isChecked();
        picker.choose("bureau-7");
        assertAt("bureau-7");

        picker = picker();
        assertThat(picker.recent()).containsExactly("atelier");
        picker.forget("atelier");
        assertThat(picker().recent()).isEmpty();
    }

    @Test
    @DisplayName("A venue that was disabled or hidden meanwhile is not shown, and comes back when it may")
    void hiddenVenuesAreNotShown() {
        choose("bureau-7");
        choose("bureau-8");
        choose("bureau-9");

        town.federation().enable("bureau-8", false);
        town.federation().hide("bureau-9", true);
        try {
            PickerPage picker = picker();
            assertThat(picker.recent()).containsExactly("bureau-7");
            assertThat(window.page().content()).doesNotContain("bureau-8", "bureau-9", "Bureau 9");
        } finally {
            town.federation().enable("bureau-8", true);
            town.federation().hide("bureau-9", false);
        }
        assertThat(picker().recent()).containsExactly("bureau-9", "bureau-8", "bureau-7");
    }

    @Test
    @DisplayName("Whatever stands in the cookie, only venues that may be chosen are shown")
    void forgedCookiesShowNothing() {
        choose("atelier");
        Cookie cookie = cookie().orElseThrow();
        cookie.value = "secret.closed.\"><script>";
        window.page().context().addCookies(List.of(cookie));

        assertThat(picker().recent()).isEmpty();
        assertThat(window.page().content()).doesNotContain("Le Secret", "Le Fermé");
    }

    private PickerPage picker() {
        window.open(town.loginUrl());
        return new PickerPage(window);
    }

    private void choose(String alias) {
        picker().search(alias.replace('-', ' ').replace("atelier", "l'atelier")).choose(alias);
        assertAt(alias);
    }

    private void assertAt(String alias) {
        assertThat(window.page()).hasURL(Pattern.compile(Town.loginAt(alias)));
    }

    private Optional<Cookie> cookie() {
        return window.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("INTERLIEUX_VENUES"))
                .findFirst();
    }
}
