package org.interlieux.it.browser.pages;

import org.interlieux.it.browser.Window;

/** Why somebody cannot enter, and what to do. */
public final class DenialPage extends KeycloakPage {

    public DenialPage(Window window) {
        super(window, "#access-denied");
    }

    public void goBackToService() {
        window.page().click("button[name=choice][value=back-to-service]");
    }
}
