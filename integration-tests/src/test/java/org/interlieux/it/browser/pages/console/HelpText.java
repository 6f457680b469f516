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
        // On a busy machine several are still on their way out, and one that moves cannot be clicked.
        page.waitForCondition(() -> {
            page.evaluate(
                    "document.querySelectorAll('.pf-v5-c-popover__close button').forEach(button => button.click())");
            return page.locator(".pf-v5-c-popover").count() == 0;
        });
    }
}
