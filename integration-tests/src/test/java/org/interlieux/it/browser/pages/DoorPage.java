package org.interlieux.it.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.interlieux.demo.DemoVenue;
import org.interlieux.it.browser.Window;

/** The page of a venue's site that stands behind the code at its door. */
public final class DoorPage {
    public static final String ENTER = "#federation-login";

    private static final String LEAVE = "#federation-logout";

    private final Window window;
    private final DemoVenue site;

    public DoorPage(Window window, DemoVenue site) {
        this.window = window;
        this.site = site;
    }

    public DoorPage open() {
        window.open(site.url() + "/");
        return this;
    }

    public void enter() {
        window.page().click(ENTER);
    }

    public void leave() {
        window.page().click(LEAVE);
        assertThat(window.page().locator("#logged-out")).isVisible();
    }

    /** After a login or instead of one, the site says who is here. */
    public void assertInside() {
        assertThat(window.page().locator(LEAVE)).isVisible();
        assertThat(window.page()).hasURL(site.url() + "/");
    }

    public void assertOutside() {
        assertThat(window.page().locator(ENTER)).isVisible();
    }

    /** What the federation answered instead of a login. */
    public String error() {
        return window.page().locator("#federation-error").innerText();
    }
}
