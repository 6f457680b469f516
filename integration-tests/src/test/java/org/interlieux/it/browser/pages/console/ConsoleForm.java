package org.interlieux.it.browser.pages.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.interlieux.it.browser.Window;

/** A form whose settings the server describes: of a venue, a mapper or a required action. */
public final class ConsoleForm {
    private final Window window;
    private final Page page;
    private final Locator form;
    private final String saveButton;

    ConsoleForm(Window window, Locator form, String saveButton) {
        this.window = window;
        this.page = window.page();
        this.form = form;
        this.saveButton = saveButton;
        assertThat(save()).isVisible();
    }

    /** A setting of ours, by its key and the key of its label. */
    public ConsoleField field(String key, String labelKey) {
        Locator help = page.locator("[data-testid='help-label-config." + key + "'], [data-testid='help-label-"
                + labelKey + "'], [data-testid='help-label-" + key + "']");
        Locator group = form.locator(".pf-v5-c-form__group", new Locator.LocatorOptions().setHas(help));
        assertThat(group).hasCount(1);
        return new ConsoleField(page, group);
    }

    /** A setting of ours has this label and this help text. */
    public ConsoleForm assertSays(String key, String labelKey, String label, String help) {
        field(key, labelKey).assertSays(label, help);
        return this;
    }

    public void closeHelp() {
        HelpText.close(page);
    }

    /** A field of Keycloak's own, by its name. */
    public ConsoleForm fill(String name, String value) {
        form.locator("[name='" + name + "']").fill(value);
        return this;
    }

    public void expectSaved() {
        new Alerts(page).expectSuccess(save()::click);
    }

    /** Saves, and gives what the console says against it. */
    public String refusal() {
        return new Alerts(page).refusal(save()::click);
    }

    /** The whole form as {@code target/screenshots/<name>.png}, whatever the window's height. */
    public ConsoleForm screenshot(String name) {
        new Alerts(page).clear();
        window.screenshot(name);
        return this;
    }

    private Locator save() {
        return page.locator("[data-testid=" + saveButton + "]");
    }
}
