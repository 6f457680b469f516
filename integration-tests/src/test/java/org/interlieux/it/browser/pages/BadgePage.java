package org.interlieux.it.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.interlieux.it.browser.Window;

/** What is behind the code at a door: "You are at …", and what else there is to say. */
public final class BadgePage extends KeycloakPage {
    /** Waits for it to say that, as a word of ours. */
    public BadgePage(Window window, String state) {
        super(window, "#badge-page[data-state=" + state + "]");
    }

    public void leave() {
        window.page().click("#badge-leave");
    }

    /** The button that leads on to the door. */
    public void again() {
        window.page().click("#badge-again");
    }

    public void openMyVisits() {
        window.page().click("#my-visits-link");
        assertThat(window.page().locator("#my-visits")).isVisible();
    }
}
