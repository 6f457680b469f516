package org.interlieux.demo.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Queries and form bodies. */
public final class Urls {
    private Urls() {}

    /** {@code a=1&b=2}, encoded; entries without a value are left out. */
    public static String encode(Map<String, ? extends @Nullable Object> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> URLEncoder.encode(parameter.getKey(), UTF_8) + "="
                        + URLEncoder.encode(String.valueOf(parameter.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The URL with these parameters behind those it has. */
    public static String with(String url, Map<String, ? extends @Nullable Object> parameters) {
        return url + (url.contains("?") ? "&" : "?") + encode(parameters);
    }
}
