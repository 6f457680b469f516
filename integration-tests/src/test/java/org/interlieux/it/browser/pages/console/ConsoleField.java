package org.interlieux.it.browser.pages.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One setting of a form, whatever its control is. */
public final class ConsoleField {
    private final Page page;
    private final Locator group;

    ConsoleField(Page page, Locator group) {
        this.page = page;
        this.group = group;
    }

    /** What an admin reads about it; the help text stays open. */
    void assertSays(String label, String help) {
        assertThat(group.locator(".pf-v5-c-form__label-text").first()).hasText(label);
        new HelpText(page, group.locator("[data-testid^=help-label]").first()).assertSays(help);
    }

    /** What it holds, or the chosen entry of its list. */
    public String value() {
        Locator input = group.locator("input");
        return input.count() > 0
                ? input.first().inputValue()
                : group.locator("button.pf-v5-c-menu-toggle").innerText();
    }

    public void fill(String value) {
        group.locator("input").fill(value);
    }

    /** Off or on. */
    public void turn(boolean on) {
        group.locator("input[type=checkbox]").setChecked(on, new Locator.SetCheckedOptions().setForce(true));
    }

    /** One entry of a list. */
    public void choose(String entry) {
        group.locator("button.pf-v5-c-menu-toggle").click();
        option(entry).click();
    }

    /** One more entry of a list in which one types. */
    public void add(String entry) {
        Locator input = group.locator("input");
        input.click();
        input.pressSequentially(entry);
        option(entry).click();
        page.keyboard().press("Escape");
    }

    /** Nothing is chosen any more. */
    public void clear() {
        group.locator(".pf-v5-c-chip button").first().click();
    }

    private Locator option(String entry) {
        return page.getByRole(
                AriaRole.OPTION, new Page.GetByRoleOptions().setName(entry).setExact(true));
    }
}
