package org.interlieux.it.browser.pages.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.interlieux.it.browser.Window;

/** A venue that exists already. */
public final class VenuePage {
    private final Page page;
    private final ConsoleForm form;

    VenuePage(Window window) {
        this.page = window.page();
        this.form = new ConsoleForm(window, page.locator("main"), "idp-details-save");
    }

    public ConsoleForm form() {
        return form;
    }

    /** One of Keycloak's own switches, by its id. */
    public VenuePage turn(String id, boolean on) {
        page.locator("#" + id).setChecked(on, new Locator.SetCheckedOptions().setForce(true));
        return this;
    }

    public void disable() {
        new Alerts(page).expectSuccess(() -> {
            page.locator("main input[data-testid$='-switch']").first().click(new Locator.ClickOptions().setForce(true));
            page.click("[data-testid=confirm]");
        });
    }

    public void delete() {
        new Alerts(page).expectSuccess(() -> {
            page.click("[data-testid=action-dropdown]");
            page.click("[role=menuitem]");
            page.click("[data-testid=confirm]");
        });
    }
}
