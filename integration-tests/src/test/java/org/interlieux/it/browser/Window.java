package org.interlieux.it.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.interlieux.it.Directories;

/** One window with its own cookies. Page objects work on its {@link #page()}. */
public final class Window implements AutoCloseable {
    /** How long a page may take before a test gives up; a busy machine is slow. */
    static final int PATIENCE_MILLIS = 20_000;

    private final BrowserContext context;
    private final Page page;

    Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public Window open(String url) {
        page.navigate(url);
        return this;
    }

    /** The whole page as {@code target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        Path file = Directories.work().resolve("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** Fails with a readable list if axe finds something that keeps people from using this page. */
    public Window assertAccessible() {
        Accessibility.check(page);
        return this;
    }

    /** All cookies, and with them every login, go. */
    public Window forgetCookies() {
        context.clearCookies();
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}
