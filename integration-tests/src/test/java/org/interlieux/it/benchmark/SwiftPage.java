package org.interlieux.it.benchmark;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a visitor was sent last, and from where.
 *
 * @param bytes size of the body
 */
record SwiftPage(URI location, int status, int bytes, String text) {
    private static final Pattern FORM = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    /** The first form with a field or button of that name. */
    SwiftForm formWith(String field) {
        Matcher form = FORM.matcher(text);
        while (form.find()) {
            if (form.group().contains("name=\"" + field + "\"")) {
                return SwiftForm.of(location, form.group());
            }
        }
        throw unexpected("has no form with " + field);
    }

    /** The same page, after a check that it is the one that was meant to be measured. */
    SwiftPage showing(String expected) {
        if (status != 200 || !text.contains(expected)) {
            throw unexpected("does not show " + expected);
        }
        return this;
    }

    /** That a service was given at the end of a login. */
    String code() {
        Matcher code = CODE.matcher(location.toString());
        if (!code.find()) {
            throw unexpected("brings no code");
        }
        return code.group(1);
    }

    private IllegalStateException unexpected(String what) {
        return new IllegalStateException(status + " " + location + " " + what + ":\n" + text);
    }
}
