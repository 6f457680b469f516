package org.interlieux.it.browser.pages.console;

import com.microsoft.playwright.Page;
import org.interlieux.it.browser.Window;

/** A client that exists already. */
public final class ClientPage {
    private final Window window;
    private final Page page;

    ClientPage(Window window) {
        this.window = window;
        this.page = window.page();
    }

    /** The form of a new mapper of its own, chosen by the name that the console lists it under. */
    public ConsoleForm newMapper(String typeName) {
        page.click("[data-testid=clientScopesTab]");
        page.click("main table a[href$='/clientScopes/dedicated']");
        page.locator("main .pf-v5-c-empty-state button").last().click();
        page.locator(".pf-v5-c-modal-box .pf-v5-c-data-list__item-row", new Page.LocatorOptions().setHasText(typeName))
                .click();
        return new ConsoleForm(window, page.locator("main form"), "save");
    }
}
