package org.interlieux.demo.frappe;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What Frappe says of a method that it cannot call. It names the method, and why, in the site's language. */
public record MethodErrors(Locale language) {
    private static final String TYPE = "ValidationError";

    /** The app that the method belongs to is on the machine but not on this site. */
    public FrappeError appNotInstalled(String method) {
        String inner = text("app-not-installed", method.substring(0, method.indexOf('.')));
        return new FrappeError(TYPE, List.of(inner, failed(method, inner)));
    }

    /** Python's own words: they are never translated. */
    public FrappeError noModule(String method, String module) {
        return new FrappeError(TYPE, List.of(failed(method, "No module named '%s'".formatted(module))));
    }

    /** The module is there, the function is not. */
    public FrappeError noFunction(String method) {
        int dot = method.lastIndexOf('.');
        return new FrappeError(
                TYPE,
                List.of(failed(
                        method,
                        "module '%s' has no attribute '%s'"
                                .formatted(method.substring(0, dot), method.substring(dot + 1)))));
    }

    /** Any other sentence of the site, by its key. */
    String text(String key, Object... values) {
        return MessageFormat.format(
                ResourceBundle.getBundle("org.interlieux.demo.frappe", language).getString(key), values);
    }

    private String failed(String method, String why) {
        return text("method-failed", method, why);
    }
}
