package org.interlieux.it.browser.pages;

import org.interlieux.it.browser.Window;

/** "You are arriving at …": where an entry is made. */
public final class ArrivalPage extends KeycloakPage {
    public static final String ARRIVE = "button[name=choice][value=arrive]";

    public ArrivalPage(Window window) {
        super(window, "#venue-arrival");
    }

    /** What will end, should the member arrive here. */
    public String moving() {
        return window.page().locator("#arrival-moving").innerText();
    }

    public void arrive() {
        window.page().click(ARRIVE);
    }

    public void notNow() {
        window.page().click("button[name=choice][value=not-now]");
    }
}
