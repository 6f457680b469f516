package org.interlieux.demo.page;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the two languages a visitor reads: {@code ?lang=}, what they chose before, or what their browser says. */
final class Language {
    private static final List<String> KNOWN = List.of("fr", "en");
    private static final String COOKIE = "lang";

    private Language() {}

    static Locale of(Context request, String otherwise) {
        String asked = request.queryParam("lang");
        if (isKnown(asked)) {
            request.cookie(COOKIE, asked);
            return Locale.forLanguageTag(asked);
        }
        String before = request.cookie(COOKIE);
        return Locale.forLanguageTag(isKnown(before) ? before : browser(request).orElse(otherwise));
    }

    private static boolean isKnown(@Nullable String language) {
        return language != null && KNOWN.contains(language);
    }

    private static Optional<String> browser(Context request) {
        String header = request.header("Accept-Language");
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(header), KNOWN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
