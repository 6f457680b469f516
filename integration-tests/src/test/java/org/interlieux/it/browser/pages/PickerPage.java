package org.interlieux.it.browser.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
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

    public Locator searchField() {
        return window.page().locator("#q");
    }

    /** Types it as a person does, without sending the form. */
    public PickerPage type(String text) {
        searchField().pressSequentially(text);
        return this;
    }

    public PickerPage press(String key) {
        window.page().keyboard().press(key);
        return this;
    }

    /** Sends the form with the search's own button. */
    public PickerPage search(String text) {
        searchField().fill(text);
        window.page().locator("#venue-search button").click();
        window.page().waitForLoadState();
        return this;
    }

    /** What screen readers say about the number of venues. */
    public Locator count() {
        return window.page().getByRole(AriaRole.STATUS).and(window.page().locator("#venue-count"));
    }

    /** What is said when there is nothing to choose. */
    public Locator nothingFound() {
        return window.page().getByRole(AriaRole.ALERT).and(window.page().locator("#no-venue"));
    }

    /** What happened before this page was shown. */
    public Locator message() {
        return window.page().locator("#venue-message");
    }

    /** The combobox's list. */
    public Locator options() {
        return window.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
    }

    /** The option where the keyboard is. */
    public Locator activeOption() {
        return window.page().locator("[role=option][aria-selected=true]");
    }

    /** The venues of the page itself: aliases in their order. */
    public List<String> listed() {
        return aliases("#venue-pages " + "button[name=venue]");
    }

    /** The aliases under "Recently used". */
    public List<String> recent() {
        return aliases("section[aria-labelledby=recent] button[name=venue]");
    }

    /** The aliases under "From your address". */
    public List<String> fromAddress() {
        return aliases("section[aria-labelledby=from-address] button[name=venue]");
    }

    public Locator remember() {
        return window.page().getByRole(AriaRole.CHECKBOX);
    }

    public void forget(String alias) {
        window.page().click("button[name=forget][value=" + alias + "]");
        assertThat(message()).isVisible();
    }

    public Locator showMore() {
        return window.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^(Show more|Afficher plus)$")));
    }

    public Locator previousPage() {
        return window.page().locator("#previous-venues");
    }

    private List<String> aliases(String buttons) {
        return window.page().locator(buttons).all().stream()
                .map(button -> String.valueOf(button.getAttribute("value")))
                .toList();
    }
}
