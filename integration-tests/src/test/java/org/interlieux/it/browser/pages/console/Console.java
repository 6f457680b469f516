package org.interlieux.it.browser.pages.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.interlieux.it.browser.Window;
import org.interlieux.it.realm.Federation;

/** The console of one realm; it speaks the window's language. */
public final class Console {
    private static final String CARD_OR_LIST = "main .pf-v5-c-card, main table";

    private final Window window;
    private final Page page;
    private final Federation federation;
    private final String address;

    private Console(Window window, Federation federation) {
        this.window = window;
        this.page = window.page();
        this.federation = federation;
        this.address = federation.server().url() + "/admin/master/console/#/" + federation.name();
    }

    public static Console logIn(Window window, Federation federation, String username, String password) {
        Console console = new Console(window, federation);
        console.go("/identity-providers");
        console.page.fill("#username", username);
        console.page.fill("#password", password);
        console.page.click("#kc-login");
        assertThat(console.page.locator(CARD_OR_LIST).first()).isVisible();
        return console;
    }

    /** The empty form of a venue type, chosen by the name that the console lists it under. */
    public ConsoleForm newVenue(String typeName) {
        goToVenues();
        if (federation.realm().identityProviders().findAll().isEmpty()) {
            page.locator(".pf-v5-c-card", containing(typeName)).click();
        } else {
            // Before it knows of venues the page shows cards for a moment.
            page.click("main .pf-v5-c-menu-toggle.pf-m-primary");
            page.locator("[role=menuitem]", containing(typeName)).click();
        }
        return new ConsoleForm(window, page.locator("main form"), "createProvider");
    }

    /** A venue by its row in the list. */
    public VenuePage venue(String name) {
        goToVenues();
        row(name).locator("a").first().click();
        return new VenuePage(window);
    }

    /** Whether the list holds it. */
    public void assertListed(String name, boolean listed) {
        goToVenues();
        assertThat(row(name)).hasCount(listed ? 1 : 0);
    }

    /** The wizard of a new client, until it is saved; it can log people in and knows a secret. */
    public ClientPage newClient(String clientId, String redirectUri) {
        go("/clients/add-client");
        page.fill("[name=clientId]", clientId);
        next();
        page.locator("[data-testid=authentication]").check(new Locator.CheckOptions().setForce(true));
        next();
        page.fill("[data-testid=redirectUris0]", redirectUri);
        page.click("main .pf-v5-c-wizard__footer button[type=submit]");
        page.waitForURL("**/settings");
        return new ClientPage(window);
    }

    private void next() {
        page.click("main .pf-v5-c-wizard__footer button[type=submit]");
    }

    /** The settings dialog of a required action. */
    public ConsoleForm requiredActionSettings(String name) {
        go("/authentication/required-actions");
        row(name).locator("[data-label=config] button").click();
        return new ConsoleForm(window, page.locator(".pf-v5-c-modal-box form"), "save");
    }

    /** The view of a flow names this step and says this about it. */
    public void assertStepSays(String flow, String step, String help) {
        go("/authentication");
        page.locator("main td a", containing(flow)).first().click();
        new HelpText(page, page.locator("main [data-testid='" + step + "'] [data-testid^=help-label]"))
                .assertSays(help);
    }

    private void goToVenues() {
        go("/identity-providers");
        // The page that was open before has one, and stays until the new one is there.
        assertThat(page.locator("main nav[aria-label=Breadcrumb]")).hasCount(0);
        assertThat(page.locator(CARD_OR_LIST).first()).isVisible();
    }

    private void go(String path) {
        page.navigate(address + path);
    }

    private Locator row(String text) {
        return page.locator("main tr", containing(text));
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
