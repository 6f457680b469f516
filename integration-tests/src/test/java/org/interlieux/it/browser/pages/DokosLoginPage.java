package org.interlieux.it.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.interlieux.it.browser.Window;

/** The login page of a Dokos site. */
public final class DokosLoginPage {
    private final Window window;

    public DokosLoginPage(Window window) {
        this.window = window;
        assertThat(window.page().locator("#login_email")).isVisible();
    }

    public void logIn(String email, String password) {
        window.page().fill("#login_email", email);
        window.page().fill("#login_password", password);
        window.page().click("#login_submit");
    }

    /** Without touching the mouse; the address has the focus already. */
    public void typeIn(String email, String password) {
        assertThat(window.page().locator("#login_email")).isFocused();
        window.page().keyboard().type(email);
        window.page().keyboard().press("Tab");
        window.page().keyboard().type(password);
        window.page().keyboard().press("Enter");
    }
}
