package org.interlieux.it.benchmark;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page, read with patterns that are good for Keycloak's pages and ours, not for any HTML. */
record SwiftForm(URI action, boolean isPost, Map<String, String> hidden) {
    /** Of nowhere. */
    static final SwiftForm NONE = new SwiftForm(URI.create(""), false, Map.of());

    /** Hexadecimal after an x, else decimal. */
    private static final Pattern CODE_POINT = Pattern.compile("&#(x\\p{XDigit}+|\\d+);");

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");

    static SwiftForm of(URI page, String html) {
        String start = html.substring(0, html.indexOf('>'));
        Map<String, String> hidden = new LinkedHashMap<>();
        Matcher input = INPUT.matcher(html);
        while (input.find()) {
            if (attribute(input.group(), "type").equals(Optional.of("hidden"))) {
                attribute(input.group(), "name")
                        .ifPresent(name -> hidden.put(
                                name, attribute(input.group(), "value").orElse("")));
            }
        }
        return new SwiftForm(
                attribute(start, "action").map(page::resolve).orElse(page),
                attribute(start, "method")
                        .orElse("get")
                        .toLowerCase(Locale.ROOT)
                        .equals("post"),
                hidden);
    }

    private static Optional<String> attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? Optional.of(plain(matcher.group(1))) : Optional.empty();
    }

    private static int codePoint(String number) {
        return number.startsWith("x") ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
    }

    private static String plain(String html) {
        return CODE_POINT
                .matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(codePoint(found.group(1)))))
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
