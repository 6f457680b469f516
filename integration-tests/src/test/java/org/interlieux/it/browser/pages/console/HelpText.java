package org.interlieux.it.browser.pages.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What appears when the question mark beside a label is clicked. */
record HelpText(Page page, Locator button) {

    /** One help text is gone when the next one is opened; a form's last one stays over it until it is closed. */
    void assertSays(String text) {
        button.dispatchEvent("click");
        assertThat(page.locator(".pf-v5-c-popover__body").last()).hasText(text);
    }

    static void close(Page page) {
        page.click(".pf-v5-c-popover__close button");
        assertThat(page.locator(".pf-v5-c-popover")).hasCount(0);
    }
}
