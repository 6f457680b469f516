package org.interlieux.it.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real, headless browser. Each window has its own cookies. */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<Window> windows = new ArrayList<>();

    Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(Chromium.ARGUMENTS));
    }

    /** English, light, a desktop's size; {@link WindowOptions} says what else there is. */
    public Window open() {
        return open(WindowOptions.desktop());
    }

    /** The window is closed at the end of the test. */
    public Window open(WindowOptions options) {
        Window window = new Window(chromium.newContext(options.context()));
        windows.add(window);
        return window;
    }

    List<Window> windows() {
        return List.copyOf(windows);
    }

    void closeWindows() {
        windows.forEach(Window::close);
        windows.clear();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
