package org.interlieux.demo.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.interlieux.demo.site.Site;
import org.interlieux.demo.site.Urls;
import org.jspecify.annotations.Nullable;

/** Renders the site's pages. Mustache escapes every value. */
public final class Pages {
    private static final String RESOURCES = "/org/interlieux/demo/";

    private final Site site;
    private final Mustache.Compiler mustache =
            Mustache.compiler().withLoader(name -> reader(name + ".mustache")).nullValue("");

    public Pages(Site site) {
        this.site = site;
    }

    public void show(Context request, String template, Map<String, ?> values) {
        Locale language = language(request);
        Map<String, Object> all = new HashMap<>(values);
        all.put("site", site.settings().name());
        all.put("lang", language.getLanguage());
        Map<String, String> texts = texts(language);
        all.put("text", texts);
        all.put("languageLink", languageLink(request, texts.getOrDefault("other-language-code", "en")));
        request.contentType("text/html; charset=utf-8")
                .result(mustache.loadTemplate(template).execute(all));
    }

    /** One file for every site; the venue's colour is put in front of it. */
    public void stylesheet(Context request) {
        request.contentType("text/css; charset=utf-8")
                .result(":root { --venue: " + site.settings().color() + "; }\n" + content("site.css"));
    }

    /** The same page in the other language. Not for an answer of the federation: it cannot be read twice. */
    private static @Nullable String languageLink(Context request, String other) {
        if (request.queryParam("state") != null) {
            return null;
        }
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("redirect-to", request.queryParam("redirect-to"));
        query.put("lang", other);
        return Urls.with(request.path(), query);
    }

    Locale language(Context request) {
        return Language.of(request, site.settings().language());
    }

    static Map<String, String> texts(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle("org.interlieux.demo.page", language);
        return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
    }

    private static String content(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(String resource) {
        return new InputStreamReader(open(resource), UTF_8);
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Pages.class.getResourceAsStream(RESOURCES + resource), resource);
    }
}
