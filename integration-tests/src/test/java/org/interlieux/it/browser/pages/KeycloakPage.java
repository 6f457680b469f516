package org.interlieux.it.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.interlieux.it.browser.Window;

/** Any page in our theme: Keycloak's own ones and, with their choices, ours. */
public class KeycloakPage {
    private static final int NARROWEST = 320;
    private static final double SMALLEST_TARGET = 44;
    private static final String TARGETS =
            "#keycloak-bg :is(button, select, a.pf-v5-c-button, input[type=submit]):visible";

    final Window window;

    /**
     * Waits for the page.
     *
     * @param mark what only this page shows
     */
    public KeycloakPage(Window window, String mark) {
        this.window = window;
        assertThat(window.page().locator(mark)).isVisible();
    }

    public String title() {
        return window.page().locator("#kc-page-title").innerText();
    }

    public String text() {
        return window.page().locator("main").innerText();
    }

    /** With the page's own language select. */
    public void read(String language) {
        Page page = window.page();
        if (!language.equals(language())) {
            Locator select = page.locator("#login-select-toggle");
            select.selectOption(select.locator("option[value*='kc_locale=" + language + "']")
                    .getAttribute("value"));
        }
        assertThat(page.locator("html")).hasAttribute("lang", language);
        page.waitForLoadState();
    }

    /** {@link #assertReadableAsItIs} in both languages; afterwards the page is in the one it was in. */
    public void assertReadable(String name) {
        String first = language();
        assertReadableAsItIs(name);
        read(first.equals("fr") ? "en" : "fr");
        assertReadableAsItIs(name);
        read(first);
    }

    /**
     * Light and dark: nothing that axe finds, everything large enough for a thumb, nothing cut off on the smallest phone. Leaves a
     * screenshot of each: {@code <name>-fr-dark}, {@code <name>-fr-light}, {@code <name>-fr-narrow}.
     */
    public void assertReadableAsItIs(String name) {
        String title = name + "-" + language();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            turn(scheme);
            window.assertAccessible();
            window.screenshot(title + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        assertFits(title);
    }

    /** In a window that runs no scripts, where axe cannot run either and Keycloak's layout is always light: that everything fits. */
    public void assertFitsWithoutScripts(String name) {
        String title = name + "-" + language();
        window.screenshot(title);
        assertFits(title);
    }

    private void turn(ColorScheme scheme) {
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(window.page().locator("html.pf-v5-theme-dark")).hasCount(scheme == ColorScheme.DARK ? 1 : 0);
    }

    private String language() {
        return String.valueOf(window.page().locator("html").getAttribute("lang"));
    }

    private void assertFits(String name) {
        Page page = window.page();
        var size = page.viewportSize();
        page.setViewportSize(NARROWEST, size.height);
        window.screenshot(name + "-narrow");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s on a narrow phone, pixels", name)
                .isLessThanOrEqualTo(NARROWEST);
        for (Locator target : page.locator(TARGETS).all()) {
            assertThat(target.boundingBox().height)
                    .as("height of %s in %s, pixels", target.textContent().strip(), name)
                    .isGreaterThanOrEqualTo(SMALLEST_TARGET);
        }
        page.setViewportSize(size.width, size.height);
    }
}
