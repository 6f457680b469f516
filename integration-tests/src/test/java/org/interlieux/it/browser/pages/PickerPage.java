package org.interlieux.it.browser.pages;

import org.interlieux.it.browser.Window;

/** Where people say which venue is theirs. */
public final class PickerPage extends KeycloakPage {

    public PickerPage(Window window) {
        super(window, "#venue-choice");
    }

    /** The selector of a venue's button. */
    public static String venue(String alias) {
        return "button[name=venue][value=" + alias + "]";
    }

    public void choose(String alias) {
        window.page().click(venue(alias));
    }

    /** Goes to Keycloak's own login page. */
    public void useOwnAccount() {
        window.page().click("#own-account");
    }
}
