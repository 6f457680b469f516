package org.interlieux.it.browser.pages.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** What the console says in its corner after something was saved, or was not. */
record Alerts(Page page) {
    private static final Pattern SUCCESS = Pattern.compile("pf-m-success");
    private static final Pattern DANGER = Pattern.compile("pf-m-danger");

    void expectSuccess(Runnable act) {
        assertThat(newest(act)).hasClass(SUCCESS);
    }

    String refusal(Runnable act) {
        Locator alert = newest(act);
        assertThat(alert).hasClass(DANGER);
        return alert.innerText();
    }

    /** An alert stays for seconds: what an earlier act left would be taken for the answer to this one. */
    private Locator newest(Runnable act) {
        clear();
        act.run();
        return alerts().first();
    }

    void clear() {
        alerts().locator("button").evaluateAll("buttons => buttons.forEach(button => button.click())");
        assertThat(alerts()).hasCount(0);
    }

    private Locator alerts() {
        return page.locator(".pf-v5-c-alert-group .pf-v5-c-alert");
    }
}
