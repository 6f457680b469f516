package org.interlieux.it.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What kind of window someone looks at. Each method gives a changed copy. */
public record WindowOptions(
        String locale, ColorScheme colorScheme, int width, int height, boolean touch, boolean scripts) {

    public WindowOptions(String locale, ColorScheme colorScheme, int width, int height, boolean touch) {
        this(locale, colorScheme, width, height, touch, true);
    }

    public static WindowOptions desktop() {
        return new WindowOptions("en", ColorScheme.LIGHT, 1280, 800, false);
    }

    /** 390x844, with touch. */
    public static WindowOptions phone() {
        return new WindowOptions("en", ColorScheme.LIGHT, 390, 844, true);
    }

    public WindowOptions french() {
        return new WindowOptions("fr", colorScheme, width, height, touch, scripts);
    }

    public WindowOptions dark() {
        return new WindowOptions(locale, ColorScheme.DARK, width, height, touch, scripts);
    }

    public WindowOptions withoutScripts() {
        return new WindowOptions(locale, colorScheme, width, height, touch, false);
    }

    NewContextOptions context() {
        return new NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale(locale)
                .setColorScheme(colorScheme)
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setDeviceScaleFactor(touch ? 2 : 1)
                .setTimezoneId("Europe/Paris");
    }
}
